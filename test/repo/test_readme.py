# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from rules import readme
from support import ROOT, RuleTest

FAKE_DEV = """
print("usage: dev\\n\\npositional arguments:\\n  VERB\\n    check  lint\\n    test   test")
"""
GOOD = {
    "tools/devtools/__init__.py": "",
    "tools/devtools/__main__.py": FAKE_DEV,
    "README.md": "tools/dev check\ntools/dev test\n\n## Folders\n\n```text\ntools/devtools/  x\n```\n",
}


def with_readme(old: str, new: str) -> "dict[str, str]":
    return {**GOOD, "README.md": GOOD["README.md"].replace(old, new)}


class Commands(RuleTest):
    def test_a_true_readme(self) -> None:
        self.assert_finds(readme.commands, GOOD)

    def test_a_verb_that_does_not_exist(self) -> None:
        self.assert_finds(readme.commands, with_readme("\n\n", "\ntools/dev fly\n\n"),
                          "no verb 'fly'")

    def test_a_verb_that_is_not_explained(self) -> None:
        more = FAKE_DEV.replace("test   test", "test   test\\n    bench  time")
        self.assert_finds(readme.commands, {**GOOD, "tools/devtools/__main__.py": more},
                          "tools/dev bench")

    def test_a_command_that_cannot_be_copied(self) -> None:
        self.assert_finds(readme.commands, with_readme("tools/dev test", "run tools/dev test"),
                          "'tools/dev test' stands on no line")

    def test_the_repository(self) -> None:
        self.assert_holds(readme.commands)

    def test_the_verbs_of_the_repository(self) -> None:
        self.assertLessEqual({"check", "test", "build", "new-check", "docs", "format", "ready"},
                             readme.verbs(ROOT))


class Folders(RuleTest):
    def test_a_true_map(self) -> None:
        self.assert_finds(readme.folders, GOOD)

    def test_a_folder_that_does_not_exist(self) -> None:
        self.assert_finds(readme.folders, with_readme("tools/devtools/  x", "tools/devtools/\nlib/x/"),
                          "no folder lib/x/")

    def test_a_folder_that_the_map_lacks(self) -> None:
        self.assert_finds(readme.folders, {**GOOD, "lib/coro/A.h": "int x;\n"}, "lacks lib/coro/")

    def test_no_map(self) -> None:
        self.assert_finds(readme.folders, with_readme("## Folders", "## Map"), "no ```text block")

    def test_the_repository(self) -> None:
        self.assert_holds(readme.folders)


if __name__ == "__main__":
    unittest.main()
