# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the tests of the rules share."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path
from typing import Callable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
BINARY_DIR = Path(os.environ.get("ASYNCTIDY_BINARY_DIR", ROOT / "build" / "release"))

Rule = Callable[[Path], Iterator[str]]


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


class RuleTest(unittest.TestCase):
    """A test of rules: first on trees of a few files, then on this repository."""

    maxDiff = None

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def assert_finds(self, rule: Rule, files: Mapping[str, str], *expected: str) -> None:
        """Each finding in a tree of these files contains its text, in order; no text, no finding."""
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), files)
            found = list(rule(Path(folder)))
        self.assertEqual(len(found), len(expected), found)
        for finding, text in zip(found, expected):
            self.assertIn(text, finding)

    def assert_holds(self, rule: Rule) -> None:
        """The repository keeps the rule."""
        found = list(rule(ROOT))
        if found:
            self.fail((rule.__doc__ or rule.__name__) + "\n  " + "\n  ".join(found))
