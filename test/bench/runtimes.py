# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""aio beside other runtimes: programs with the same benchmarks, which measure themselves."""

from __future__ import annotations

import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Sequence

HERE = Path(__file__).parent / "aio"

# Names in the programs, and what one operation is.
BENCHMARKS = {
    "call": "`co_await` of a coroutine that does not suspend",
    "switch": "task switch: `sleep(0)` in two tasks",
    "task": "creating a task and awaiting it",
    "future": "result of a future, until the task that waits runs",
    "callback": "`call_soon()` of a callback, and its run",
    "timer-cancel": "`call_later()` and `cancel()`",
    "timer-fire": "`call_later()`, and the timer's run",
    "queue": "an item through a queue of 16, from task to task",
    "generator": "an item of an async generator",
    "tcp": "round trip of 64 bytes, TCP on loopback, streams",
    "unix": "round trip of 64 bytes, Unix socket, streams",
}


@dataclass
class Runtime:
    """A program; measurements are in nanoseconds of the processor for one operation."""

    name: str
    command: Sequence["str | Path"]
    benchmarks: Sequence[str]
    nanoseconds: "dict[str, list[float]]" = field(default_factory=dict)

    def run(self, benchmark: str) -> None:
        done = subprocess.run([str(word) for word in (*self.command, benchmark)], text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{self.name}, {benchmark}: exit code {done.returncode}\n"
                               + done.stderr)
        self.nanoseconds.setdefault(benchmark, []).append(float(done.stdout))

    def median(self, benchmark: str) -> "float | None":
        runs = self.nanoseconds.get(benchmark)
        return statistics.median(runs) if runs else None


def output(command: Sequence["str | Path"]) -> "str | None":
    """What a program prints, if there is one and it succeeds."""
    try:
        done = subprocess.run([str(word) for word in command], text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def python_with_uvloop() -> "str | None":
    """The interpreter for both of them, so that they are compared on one."""
    for python in (sys.executable, "/usr/bin/python3"):
        if output([python, "-c", "import uvloop"]) is not None:
            return python
    return None


def found(bin_dir: Path) -> "list[Runtime]":
    """aio first. Only uvloop may be missing."""
    with_uvloop = python_with_uvloop()
    python = with_uvloop or sys.executable
    script = HERE / "on_asyncio.py"
    commands = {"aio": [bin_dir / "bench_aio"], "CPython": [python, script]}
    if with_uvloop:
        commands["uvloop"] = [python, script, "--uvloop"]
    commands["Asio"] = [bin_dir / "bench_asio"]
    runtimes = []
    for name, command in commands.items():
        names = output(command)
        if names is None:
            raise RuntimeError(f"{name}: {' '.join(map(str, command))} does not run")
        runtimes.append(Runtime(name, command, names.split()))
    return runtimes


def interleaved(runtimes: Sequence[Runtime], rounds: int,
                progress: Callable[[int, str], None] = lambda number, name: None) -> None:
    """Every benchmark on all runtimes, one after the other, `rounds` times."""
    for number in range(rounds):
        for benchmark in BENCHMARKS:
            progress(number + 1, benchmark)
            for runtime in runtimes:
                if benchmark in runtime.benchmarks:
                    runtime.run(benchmark)
