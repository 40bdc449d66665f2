# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Time and memory of programs, in rounds: what disturbs the machine meanwhile disturbs them all."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Sequence


@dataclass
class Subject:
    """A program with its arguments, and what it needed in each round."""

    name: str
    command: Sequence["str | Path"]
    exit_codes: Sequence[int] = (0,)
    seconds: "list[float]" = field(default_factory=list)
    mebibytes: "list[float]" = field(default_factory=list)

    def run(self) -> None:
        started = time.monotonic()
        process = subprocess.Popen([str(word) for word in self.command], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds.append(time.monotonic() - started)
        self.mebibytes.append(usage.ru_maxrss / 1024)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in self.exit_codes:
            raise RuntimeError(f"{self.name}: exit code {process.returncode} of "
                               + " ".join(map(str, self.command)))

    @property
    def time(self) -> float:
        return statistics.median(self.seconds)

    @property
    def memory(self) -> float:
        return statistics.median(self.mebibytes)


def interleaved(subjects: Sequence[Subject], rounds: int,
                progress: Callable[[int], None] = lambda number: None) -> None:
    """Runs all, one after the other, `rounds` times; a first round only fills the file cache."""
    for subject in subjects:
        subject.run()
        subject.seconds.clear()
        subject.mebibytes.clear()
    for number in range(rounds):
        progress(number + 1)
        for subject in subjects:
            subject.run()
