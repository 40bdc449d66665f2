# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Configuring and building a preset."""

from __future__ import annotations

import time
from typing import Sequence

from . import packages, process
from .console import step
from .paths import PRESET, ROOT, build_dir

END_LINES = 20


def first_failure(output: str) -> str:
    """Ninja's output from the first failing command on; its end when it stopped without one."""
    start = output.find("FAILED:")
    return output[start:] if start >= 0 else "".join(output.splitlines(keepends=True)[-END_LINES:])


def configure(preset: str = PRESET) -> None:
    """Configures once; later, Ninja itself runs CMake again when one of its files has changed."""
    packages.install_missing()
    if (build_dir(preset) / "build.ninja").exists():
        return
    step(f"configuring {build_dir(preset).relative_to(ROOT)}")
    process.run_quietly(["cmake", "--preset", preset], what="configuring")


def build(targets: Sequence[str] = (), preset: str = PRESET) -> None:
    """Builds the targets, or everything."""
    configure(preset)
    step(f"building {' '.join(targets) or 'everything'} in {build_dir(preset).relative_to(ROOT)}")
    started = time.monotonic()
    process.run_quietly(["cmake", "--build", build_dir(preset), *(["--target", *targets] if targets else [])],
                        what="building", excerpt=first_failure)
    seconds = time.monotonic() - started
    if seconds > 5:
        step(f"built in {seconds:.0f} s")


def run(preset: str) -> int:
    build(preset=preset)
    return 0
