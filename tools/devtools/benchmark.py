# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev bench: runs test/bench and shows its tables."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from . import building, markers, process
from .console import Failure, say, step
from .paths import EXAMPLE, ROOT, build_dir, driver

UNITS = 100
AIO_README = ROOT / "lib" / "aio" / "README.md"


def finish(text: str, page: Path, update: bool, marker: str = "bench") -> int:
    if update:
        name = str(page.relative_to(ROOT))
        page.write_text(markers.replaced(page.read_text(), marker, text, name))
        say(f"wrote {name}")
    print(text, end="")
    return 0


def one_file_table(subjects: list) -> str:
    compiler, bare = subjects[0], subjects[1]
    rows = [[subject.name, f"{subject.time:.2f} s", f"{subject.time / compiler.time:.2f}",
             f"{subject.time / bare.time:.2f}", f"{subject.memory:.0f} MiB",
             f"{subject.memory / compiler.memory:.2f}"] for subject in subjects]
    return markers.table(["on `test/apps/asio_chat/main.cpp`", "time", "to `clang++`",
                          "to `clang-tidy`", "peak memory", "to `clang++`"], rows)


def project_table(subjects: list) -> str:
    rows = [[subject.name, f"{subject.time:.2f} s", f"{subjects[0].time / subject.time:.2f}"]
            for subject in subjects]
    return markers.table([f"`asynctidy check`, {UNITS} generated files", "time", "times as fast"],
                         rows)


def growth_table(shapes: dict) -> str:
    """How the time grows with the size."""
    rows = []
    for name, (sizes, subjects) in shapes.items():
        for size, subject, smaller in zip(sizes, subjects, [None, *subjects]):
            growth = "" if smaller is None else f"{subject.time / smaller.time:.1f}"
            rows.append([f"{size} {name}", f"{subject.time:.2f} s", growth])
    return markers.table(["`asynctidy check -j 1` on", "time", "times that of the line above"], rows)


def runtimes_table(runtimes: list, benchmarks: dict) -> str:
    """What aio needs, and how many times as long the others need."""
    aio, *others = runtimes

    def row(benchmark: str) -> list[str]:
        own = aio.median(benchmark)
        times = [other.median(benchmark) for other in others]
        return [benchmarks[benchmark], nanoseconds(own),
                *["" if time is None else ratio(time / own) for time in times]]

    return markers.table(["one operation", aio.name, *[f"{other.name} / aio" for other in others]],
                         [row(benchmark) for benchmark in benchmarks if aio.median(benchmark)])


def ratio(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}"


def nanoseconds(number: float) -> str:
    return f"{number / 1000:.1f} µs" if number >= 1000 else f"{number:.0f} ns"


def run_aio(rounds: int, update: bool) -> int:
    sys.path.insert(0, str(ROOT / "test"))
    from bench import runtimes

    building.build(["bench_aio", "bench_asio"])
    try:
        programs = runtimes.found(build_dir() / "bin")
        runtimes.interleaved(programs, rounds,
                             lambda number, name: step(f"round {number}: {name}"))
    except RuntimeError as error:
        raise Failure(str(error)) from error
    return finish(runtimes_table(programs, runtimes.BENCHMARKS), AIO_README, update)


def run(rounds: int, update: bool) -> int:
    sys.path.insert(0, str(ROOT / "test"))
    from bench import measure, project, subjects

    building.build(["asynctidy", "AsyncTidy"])
    with tempfile.TemporaryDirectory() as folder:
        project.write(Path(folder), UNITS)
        one = subjects.one_file(build_dir(), EXAMPLE / "main.cpp")
        many = subjects.many_files(driver(), Path(folder), process.jobs())
        try:
            measure.interleaved(one, rounds, lambda number: step(f"one file, round {number}"))
            measure.interleaved(many, max(1, rounds // 2),
                                lambda number: step(f"{UNITS} files, round {number}"))
        except RuntimeError as error:
            raise Failure(str(error)) from error
    return finish(one_file_table(one) + "\n" + project_table(many), ROOT / "README.md", update)


def run_growth(rounds: int, update: bool) -> int:
    sys.path.insert(0, str(ROOT / "test"))
    from bench import measure, shapes, subjects

    building.build(["asynctidy"])
    with tempfile.TemporaryDirectory() as folder:
        found = {name: (sizes, subjects.growing(driver(), Path(folder), name, make, sizes))
                 for name, (make, sizes) in shapes.SHAPES.items()}
        try:
            for name, (_, of_one) in found.items():
                measure.interleaved(of_one, rounds, lambda number: step(f"{name}, round {number}"))
        except RuntimeError as error:
            raise Failure(str(error)) from error
    return finish(growth_table(found), ROOT / "README.md", update, "growth")


VERBS = {"checks": run, "aio": run_aio, "growth": run_growth}
