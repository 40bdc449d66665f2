# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev new-check: what it writes keeps the rules, compiles, and waits to be edited."""

import json
import shlex
import subprocess
import unittest
from pathlib import Path

from rules import check_files, layers, messages, pages, sources
from devtools import scaffold
from devtools.console import UsageError
from support import BINARY_DIR, ROOT, RuleTest

SUMMARY = "Logging to a sink that may be slow, as files and sockets are, stalls the whole event loop"


class NewCheck(RuleTest):
    def setUp(self) -> None:
        super().setUp()
        self.files = [path.relative_to(self.root)
                      for path in scaffold.write("blocking", "slow-log", SUMMARY, self.root)]

    def text(self, name: str) -> str:
        return (self.root / name).read_text()

    def test_its_files(self) -> None:
        self.assertEqual([str(path) for path in self.files],
                         ["checks/blocking/slow-log.cpp", "checks/blocking/slow-log.md",
                          "test/checks/blocking/slow-log/flagged.cpp",
                          "test/checks/blocking/slow-log/clean.cpp"])

    def test_they_keep_the_rules_of_the_repository(self) -> None:
        for rule in (check_files.places, check_files.registrations, check_files.fixtures,
                     messages.convention, messages.no_library, pages.filled, pages.option_markers,
                     layers.arrows, sources.spdx, sources.whitespace, sources.unfinished):
            self.assertEqual(list(rule(self.root)), [], rule.__doc__)

    def test_the_summary_arrives(self) -> None:
        registration = check_files.REGISTRATION.findall(self.text("checks/blocking/slow-log.cpp"))
        self.assertEqual(check_files.field(registration[0], "summary"), SUMMARY)
        self.assertIn(f"\n{SUMMARY}.\n", self.text("checks/blocking/slow-log.md"))

    def test_lines_are_not_too_long(self) -> None:
        for path in self.files:
            if path.suffix == ".cpp":
                for line in self.text(str(path)).splitlines():
                    self.assertLessEqual(len(line), 100, path)

    def test_its_fixture_expects_what_the_check_does_not_say_yet(self) -> None:
        expected = self.text("test/checks/blocking/slow-log/flagged.cpp").partition(
            "expect: async-slow-log: ")[2].splitlines()[0]
        self.assertNotIn(expected, self.text("checks/blocking/slow-log.cpp"))

    def test_it_compiles(self) -> None:
        database = BINARY_DIR / "compile_commands.json"
        if not database.exists():
            self.skipTest("there is no build")
        entry = next(entry for entry in json.loads(database.read_text())
                     if (ROOT / "checks") in Path(entry["file"]).parents)
        words = [word for word in shlex.split(entry["command"]) if not word.endswith("ccache")]
        words[words.index(entry["file"])] = str(self.root / "checks/blocking/slow-log.cpp")
        done = subprocess.run([*words, "-fsyntax-only", "-Werror"], cwd=entry["directory"], text=True,
                              check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_an_existing_check_stays_as_it_is(self) -> None:
        for topic in ("blocking", "tasks"):
            with self.assertRaisesRegex(UsageError, "there is a check of this name"):
                scaffold.write(topic, "slow-log", SUMMARY, self.root)

    def test_wrong_words_write_nothing(self) -> None:
        for topic, name, summary in (("nowhere", "a-b", "It waits"), ("tasks", "A", "It waits"),
                                     ("tasks", "../a", "It waits"), ("tasks", "a-b", "It waits."),
                                     ("tasks", "async-a", "It waits"), ("tasks", "a-b", "")):
            with self.assertRaises(UsageError):
                scaffold.write(topic, name, summary, self.root)
        self.assertFalse((self.root / "checks" / "tasks").exists())


if __name__ == "__main__":
    unittest.main()
