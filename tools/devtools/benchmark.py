# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev bench: runs test/bench and shows its table."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from . import building, markers, process
from .console import Failure, say, step
from .paths import EXAMPLE, ROOT, build_dir, driver

UNITS = 100


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
    text = one_file_table(one) + "\n" + project_table(many)
    if update:
        readme = ROOT / "README.md"
        readme.write_text(markers.replaced(readme.read_text(), "bench", text, "README.md"))
        say("wrote README.md")
    print(text, end="")
    return 0
