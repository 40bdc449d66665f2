# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the checks say about themselves, as `asynctidy list --format json` prints it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from . import process
from .console import Failure
from .paths import ROOT, driver


@dataclass
class Option:
    name: str
    type: str
    default: str
    doc: str


@dataclass
class Check:
    """One check; `name` is the stem of its files."""

    name: str
    summary: str
    tier: str
    fix: bool
    section: str
    options: list[Option] = field(default_factory=list)

    def path(self, suffix: str) -> Path:
        """The check's code (.cpp) or page (.md)."""
        found = sorted((ROOT / "checks").glob(f"*/{self.name}.cpp"))
        if len(found) != 1:
            raise Failure(f"checks/*/{self.name}.cpp: there are {len(found)}")
        return found[0].with_suffix(suffix)


def parse(text: str) -> list[Check]:
    document = json.loads(text)
    entries = document["checks"] if isinstance(document, dict) else document
    return [Check(entry["name"].removeprefix("async-"), entry["summary"], entry["tier"],
                  entry["fix"] not in (False, "none"), entry["asyncioSection"],
                  [Option(option["name"], option["type"], option["default"], option["doc"])
                   for option in entry["options"]])
            for entry in sorted(entries, key=lambda entry: entry["name"])]


def checks() -> list[Check]:
    return parse(process.output_of([driver(), "list", "--format", "json"]))
