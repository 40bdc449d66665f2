# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev ready: every gate, in the order of CI."""

from __future__ import annotations

from typing import Callable

from . import building, docs, formatting, linting, sanitizing, testing
from .console import Failure, say, step

GATES: dict[str, Callable[[], int]] = {
    "docs --check": lambda: docs.run(check_only=True),
    "format --check": lambda: formatting.run(check_only=True),
    "lint": lambda: linting.run(),
    "sanitize": lambda: sanitizing.run(),
}


def run() -> int:
    """The tests come last and run even when a gate before them failed: one run tells everything."""
    building.build()
    failed = []
    for name, gate in GATES.items():
        step(name)
        try:
            gate()
        except Failure as failure:
            say(str(failure))
            failed.append(name)
    code = testing.run([])
    if failed:
        say(f"failed before the tests: {', '.join(failed)}")
    return code or (1 if failed else 0)
