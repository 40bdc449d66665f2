# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What tools/dev says about its own work. It says it on stderr; stdout is for results."""

from __future__ import annotations

import sys


class Failure(Exception):
    """Ends tools/dev with a message and an exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


class UsageError(Failure):
    """The command line or the machine is not as it must be: exit code 2."""

    def __init__(self, message: str) -> None:
        super().__init__(message, 2)


steps_are_shown = True


def steps_only_on_a_terminal() -> None:
    """For verbs whose output goes through pipes: they are silent there unless something fails."""
    global steps_are_shown
    steps_are_shown = sys.stderr.isatty()


def step(text: str) -> None:
    if steps_are_shown:
        print(f"==> {text}", file=sys.stderr, flush=True)


def say(text: str) -> None:
    print(f"tools/dev: {text}", file=sys.stderr, flush=True)
