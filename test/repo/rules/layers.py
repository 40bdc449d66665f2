# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Arrows between folders point one way: tools -> checks, report -> tidy -> flow -> model -> coro."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

from . import tree

MAY_INCLUDE = {
    "coro": {"coro"},
    "model": {"model", "coro"},
    "flow": {"flow", "model", "coro"},
    "tidy": {"tidy", "flow", "model", "coro"},
    "report": {"report", "tidy", "flow", "model", "coro"},
    "checks": {"tidy", "flow", "model", "coro"},
    "tools": {"tools", "report", "tidy", "flow", "model", "coro"},
    "aio": {"aio"},
}
FOLDERS = {"coro", "model", "flow", "tidy", "report", "aio", "checks", "tools"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
COMPATIBILITY = Path("lib/tidy/LlvmCompat.h")
VERSION = re.compile(r"^[ \t]*#[ \t]*(?:el)?if[^\n]*\b(?:CLANG|LLVM)_VERSION_\w+|"
                     r"#include <clang-tidy/ClangTidyModuleRegistry\.h>", re.MULTILINE)


def folder_of(where: Path) -> "str | None":
    """The layer that a file belongs to; None when it may include anything."""
    if where.parts[0] == "lib" and len(where.parts) > 2:
        return where.parts[1]
    return where.parts[0] if where.parts[0] in ("checks", "tools") else None


def arrows(root: Path) -> Iterator[str]:
    """No file includes a folder that its own must not know."""
    for path in tree.files(root, ".cpp", ".h"):
        where = path.relative_to(root)
        own = folder_of(where)
        if own not in MAY_INCLUDE:
            continue
        text = path.read_text()
        for found in INCLUDE.finditer(text):
            target = found[2].split("/")[0]
            beside = (path.parent / found[2]).exists()
            at = f"{where}:{tree.line_of(text, found.start())}"
            if "../" in found[2]:
                yield f"{at}: {found[2]} leaves its folder; name the folder it is in"
            elif target in FOLDERS and not beside and target not in MAY_INCLUDE[own]:
                yield f"{at}: {own} must not know {target}"
            elif own == "aio" and target in ("clang", "llvm", "clang-tidy"):
                yield f"{at}: aio must not know {target}"


def one_place_for_versions(root: Path) -> Iterator[str]:
    """Only one header knows what differs between LLVM releases."""
    for path in tree.files(root, ".cpp", ".h"):
        where = path.relative_to(root)
        if where == COMPATIBILITY or folder_of(where) is None:
            continue
        text = path.read_text()
        for found in VERSION.finditer(text):
            yield (f"{where}:{tree.line_of(text, found.start())}: '{found[0]}' belongs to "
                   f"{COMPATIBILITY}")


def guards(root: Path) -> Iterator[str]:
    """Every header may be included twice."""
    for path in tree.files(root, ".h"):
        if folder_of(path.relative_to(root)) and not re.search(r"^#pragma once$", path.read_text(), re.MULTILINE):
            yield f"{path.relative_to(root)}: has no #pragma once"
