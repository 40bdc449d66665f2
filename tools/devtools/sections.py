# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The traps of asyncio's page, section by section: which check finds them, which fixture shows them,
and what aio reports when that fixture runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

# Those that describe a trap; "Logging" describes where reports go.
SECTIONS = (
    "Debug mode of asyncio",
    "Cancellation",
    "Concurrency and multithreading",
    "Handle blocking functions correctly",
    "Detect coroutine objects never scheduled",
    "Detect exceptions never consumed",
    "Chain coroutines correctly",
    "Pending task destroyed",
    "Close transports and event loops",
)

SECTION = re.compile(r'\.asyncioSection = "([^"]*)"')
RUNTIME = re.compile(r"^// runtime:[ \t]*(.*?)[ \t]*$", re.MULTILINE)


@dataclass
class Proof:
    """A fixture that the check flags and that aio reports when it runs."""

    fixture: Path
    report: str


@dataclass
class Row:
    section: str
    check: Path
    proof: "Proof | None"

    @property
    def name(self) -> str:
        return self.check.stem


def section_of(check: Path) -> str:
    """The section that the registration in a check's code names; empty for none."""
    found = SECTION.search(check.read_text(encoding="utf-8"))
    return found[1] if found else ""


def proof_of(check: Path, root: Path) -> "Proof | None":
    """The check's first fixture that it flags and aio reports."""
    folder = root / "test/checks" / check.parent.name / check.stem
    for fixture in sorted(folder.glob("*.cpp")):
        text = fixture.read_text(encoding="utf-8")
        reports = [report for report in RUNTIME.findall(text) if report != "none"]
        if reports and f"expect: async-{check.stem}" in text:
            return Proof(fixture, reports[0])
    return None


def rows(root: Path) -> "list[Row]":
    """One for each check that belongs to a section, in the page's order."""
    checks = sorted(root.glob("checks/*/*.cpp"))
    return [Row(section, check, proof_of(check, root))
            for section in SECTIONS for check in checks if section_of(check) == section]
