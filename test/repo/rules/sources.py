# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What holds for every file of ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

from . import tree

SPDX = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
CODE = (".cpp", ".h", ".py", ".cmake", ".sh", ".c")
MACHINE_PATH = re.compile(r"(?<![\w.~})\]$-])/(home|root|work|Users)/\w")
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")


def is_code(path: Path) -> bool:
    if path.suffix in CODE or path.name == "CMakeLists.txt":
        return True
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def spdx(root: Path) -> Iterator[str]:
    """The licence is the first line of every source, below a #! line."""
    for path in tree.files(root):
        if not is_code(path):
            continue
        lines = path.read_text().splitlines() + [""]
        if SPDX not in lines[1 if lines[0].startswith("#!") else 0]:
            yield f"{path.relative_to(root)}: its first line must name the licence: {SPDX}"


def text_files(root: Path) -> "Iterator[tuple[Path, str]]":
    for path in tree.files(root):
        try:
            yield path.relative_to(root), path.read_text()
        except UnicodeDecodeError:
            continue


def machine_paths(root: Path) -> Iterator[str]:
    """No file names a folder of the machine that it was written on."""
    for where, text in text_files(root):
        for found in MACHINE_PATH.finditer(text):
            yield f"{where}:{tree.line_of(text, found.start())}: a path of some machine"


def unfinished(root: Path) -> Iterator[str]:
    """What is not done is an issue, not a comment."""
    for where, text in text_files(root):
        for found in UNFINISHED.finditer(text):
            yield f"{where}:{tree.line_of(text, found.start())}: '{found[0]}' left in the text"


def whitespace(root: Path) -> Iterator[str]:
    """Text ends with one newline, and no line with a blank."""
    for where, text in text_files(root):
        if text and (not text.endswith("\n") or text.endswith("\n\n")):
            yield f"{where}: must end with one newline"
        blanks = re.search(r"[ \t]+$", text, re.MULTILINE)
        if blanks:
            yield f"{where}:{tree.line_of(text, blanks.start())}: trailing blanks"
