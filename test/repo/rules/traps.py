# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every trap of asyncio's page is found by a check and reported by aio."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

from devtools import sections

from . import tree


def names(root: Path) -> Iterator[str]:
    """The section that a check names is one of asyncio's page."""
    for path in tree.checks(root):
        section = sections.section_of(path)
        if section and section not in sections.SECTIONS:
            yield f"{path.relative_to(root)}: asyncio's page has no section '{section}'"


def proofs(root: Path) -> Iterator[str]:
    """Each section has a check, and a fixture of it that is flagged and reported when it runs."""
    rows = sections.rows(root)
    for section in sections.SECTIONS:
        checks = [row for row in rows if row.section == section]
        if not checks:
            yield f"{section}: no check names this section"
        elif not any(row.proof for row in checks):
            yield (f"{section}: no fixture of {', '.join(row.name for row in checks)} has both "
                   "'expect:' lines and a '// runtime:' report")
