# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Files of a tree, without what was built or fetched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Iterator

NOT_OURS = {".git", "build", "__pycache__", ".cache"}


def files(root: Path, *suffixes: str) -> Iterator[Path]:
    """Our files below `root` with one of the suffixes, or all; sorted."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in NOT_OURS)
        for name in sorted(names):
            path = Path(folder, name)
            if (not suffixes or path.suffix in suffixes) and not path.is_symlink():
                yield path


def checks(root: Path) -> list[Path]:
    """The code of every check."""
    return sorted((root / "checks").glob("*/*.cpp"))


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
