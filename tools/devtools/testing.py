# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev test: builds everything and runs all tests."""

from __future__ import annotations

import subprocess
import sys
from typing import Sequence

from . import building, process
from .console import step
from .paths import PRESET, ROOT


def run(arguments: Sequence[str], preset: str = PRESET) -> int:
    """Returns ctest's own exit code; its summary is the last output."""
    building.build(preset=preset)
    step("testing")
    sys.stdout.flush()
    return subprocess.run(["ctest", "--preset", preset, "--parallel", str(process.jobs()),
                           *arguments], cwd=ROOT, stdin=subprocess.DEVNULL,
                          check=False).returncode
