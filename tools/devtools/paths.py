# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Where things are in the checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRESET = "release"
EXAMPLE = ROOT / "test" / "apps" / "asio_chat"


def build_dir(preset: str = PRESET) -> Path:
    """The binary directory that CMakePresets.json gives to a preset."""
    return ROOT / "build" / preset


def driver() -> Path:
    """The command-line front end."""
    return build_dir() / "bin" / "asynctidy"


def plugin() -> Path:
    """The module that clang-tidy loads."""
    return build_dir() / "lib" / "AsyncTidy.so"
