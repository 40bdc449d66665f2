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


def step(text: str) -> None:
    print(f"==> {text}", file=sys.stderr, flush=True)


def say(text: str) -> None:
    print(f"tools/dev: {text}", file=sys.stderr, flush=True)
