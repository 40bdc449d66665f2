# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Running other programs: quietly while they succeed, with their output when they fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, Mapping, Sequence

from .console import Failure
from .paths import ROOT

Command = Sequence["str | Path"]

PROGRESS_EVERY_SECONDS = 30.0
NINJA_PROGRESS = re.compile(r"\[(\d+/\d+)\]")


def jobs() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


def text_of(command: Command) -> str:
    """A command as one would type it."""
    import shlex

    return " ".join(shlex.quote(str(word)) for word in command)


def output_of(command: Command, cwd: Path = ROOT) -> str:
    """The standard output of a command that must succeed."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise Failure(f"{text_of(command)}\n{done.stdout}{done.stderr}"
                      f"failed with exit code {done.returncode}")
    return done.stdout


def run_quietly(command: Command, *, cwd: Path = ROOT, what: str,
                environment: Mapping[str, str] | None = None,
                excerpt: Callable[[str], str] = lambda output: output) -> None:
    """Runs a command that must succeed. Shows progress meanwhile; shows output only of a failure,
    as `excerpt` chooses."""
    progress = Progress()
    lines: list[str] = []
    with subprocess.Popen([str(word) for word in command], cwd=cwd, text=True, errors="replace",
                          env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout
        for line in process.stdout:
            lines.append(line)
            progress.see(line)
    progress.end()
    if process.returncode != 0:
        sys.stderr.write(excerpt("".join(lines)))
        raise Failure(f"{what} failed: {text_of(command)}")


class Progress:
    """The latest [n/m] of a build: on one line of a terminal, or now and then in a log."""

    def __init__(self) -> None:
        self.terminal = sys.stderr.isatty()
        self.shown = False
        self.next_time = time.monotonic() + PROGRESS_EVERY_SECONDS

    def see(self, line: str) -> None:
        found = NINJA_PROGRESS.match(line)
        if not found:
            return
        if self.terminal:
            sys.stderr.write(f"\r\033[K    {found[1]}")
            self.shown = True
        elif time.monotonic() >= self.next_time:
            sys.stderr.write(f"    {found[1]}\n")
            self.next_time = time.monotonic() + PROGRESS_EVERY_SECONDS
        sys.stderr.flush()

    def end(self) -> None:
        if self.shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
