# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""README.md says what is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Iterator

VERB = re.compile(r"\btools/dev ([a-z][a-z-]*)")
MAP = re.compile(r"^## Folders\n.*?```text\n(.*?)^```", re.DOTALL | re.MULTILINE)
PROMISED = ("tools/dev check", "tools/dev test")


def verbs(root: Path) -> "set[str]":
    """The verbs that tools/dev --help lists."""
    shown = subprocess.run([sys.executable, "-m", "devtools", "--help"], cwd=root / "tools",
                           text=True, stdout=subprocess.PIPE, check=True).stdout
    return set(re.findall(r"^    ([a-z][a-z-]*)", shown, re.MULTILINE))


def commands(root: Path) -> Iterator[str]:
    """Every verb in the README exists, and every verb that exists is in it."""
    text = (root / "README.md").read_text()
    named, existing = set(VERB.findall(text)), verbs(root)
    for verb in sorted(named - existing):
        yield f"README.md: tools/dev has no verb '{verb}'"
    for verb in sorted(existing - named):
        yield f"README.md: does not say what tools/dev {verb} is for"
    for command in PROMISED:
        if not re.search(rf"^{command}\b", text, re.MULTILINE):
            yield f"README.md: '{command}' stands on no line of its own"


def folders(root: Path) -> Iterator[str]:
    """The map of the folders names every folder of the first two levels that has files of ours."""
    found = MAP.search((root / "README.md").read_text())
    if not found:
        yield "README.md: '## Folders' has no ```text block with the map"
        return
    named = set(re.findall(r"^([\w.]+/[\w./]*)", found[1], re.MULTILINE))
    for name in sorted(named):
        if not (root / name).is_dir():
            yield f"README.md: there is no folder {name}"
    for name in sorted({f"{parent.name}/{each.name}/" for parent in (root / "lib", root / "tools",
                                                                     root / "test")
                        for each in parent.glob("*") if any(each.glob("[!_.]*"))}):
        if name not in named:
            yield f"README.md: the map lacks {name}"
