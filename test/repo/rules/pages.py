# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the fixture harness does not ask of a check's page: it asks for the sections and their
order, and compiles the examples."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

from . import tree

FENCED = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)


def pages(root: Path) -> list[Path]:
    return sorted((root / "checks").glob("*/*.md"))


def filled(root: Path) -> Iterator[str]:
    """No section is empty."""
    for path in pages(root):
        for section in re.split(r"^##? ", path.read_text(), flags=re.MULTILINE)[1:]:
            title, _, body = section.partition("\n")
            if not body.strip():
                yield f"{path.relative_to(root)}: nothing under '{title}'"


def option_markers(root: Path) -> Iterator[str]:
    """The options are generated into a marked place, in the section of that name."""
    for path in pages(root):
        section = re.search(r"^## Options\n+<!-- options -->\n.*?<!-- /options -->\s*(?=^## |\Z)",
                            path.read_text(), re.DOTALL | re.MULTILINE)
        if not section:
            yield (f"{path.relative_to(root)}: '## Options' must hold <!-- options --> and "
                   "<!-- /options -->, and nothing else")


def links(root: Path) -> Iterator[str]:
    """Links to other files of the repository lead somewhere."""
    for path in tree.files(root, ".md"):
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", FENCED.sub("", path.read_text())):
            if "://" not in target and not target.startswith("mailto:") \
                    and not (path.parent / target).exists():
                yield f"{path.relative_to(root)}: links to {target}, which does not exist"
