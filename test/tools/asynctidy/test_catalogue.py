# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""list, explain, --version and --help."""

import json
import os
import unittest

from support import SOURCE_DIR, ProjectTest


def checks_in_the_source() -> "dict[str, str]":
    return {f"async-{path.stem}": path.parent.name
            for path in (SOURCE_DIR / "checks").glob("*/*.cpp")}


class Catalogue(ProjectTest):
    def test_list(self) -> None:
        lines = self.asynctidy("list", expect=0).stdout.splitlines()
        self.assertEqual([line.split()[0] for line in lines], sorted(checks_in_the_source()))
        for line in lines:
            self.assertIn(line.split()[1], ("default", "strict", "off"))

    def test_metadata(self) -> None:
        checks = json.loads(self.asynctidy("list", "--format=json", expect=0).stdout)["checks"]
        self.assertEqual({check["name"]: check["topic"] for check in checks},
                         checks_in_the_source())
        for check in checks:
            self.assertEqual(set(check), {"name", "topic", "summary", "tier", "fix",
                                          "asyncioSection", "kin", "options"})
            self.assertIn(check["tier"], ("default", "strict", "off"))
            self.assertIn(check["fix"], ("none", "sometimes"))
            for option in check["options"]:
                self.assertEqual(set(option), {"name", "type", "default", "doc"})
                self.assertTrue(option["name"].startswith(check["name"] + "."))

    def test_explain(self) -> None:
        for name, topic in checks_in_the_source().items():
            done = self.asynctidy("explain", name, expect=0)
            self.assertEqual(done.stdout, self.asynctidy("explain", name[6:], expect=0).stdout)
            page = SOURCE_DIR / "checks" / topic / f"{name[6:]}.md"
            if page.exists():
                self.assertEqual(done.stdout, page.read_text())
            else:
                self.assertIn(name, done.stdout)

    def test_version(self) -> None:
        done = self.asynctidy("--version", expect=0)
        self.assertRegex(done.stdout, rf"^asynctidy {os.environ['ASYNCTIDY_VERSION']} "
                                      r"\(clang \d+\.\d+\.\d+\)\n$")

    def test_help(self) -> None:
        for arguments in (["--help"], ["help"], ["-h"], ["check", "--help"], ["list", "-h"],
                          ["explain", "--help"]):
            done = self.asynctidy(*arguments, expect=0)
            self.assertTrue(done.stdout.startswith("usage: asynctidy"), done.stdout)
            self.assertTrue(all(len(line) <= 100 for line in done.stdout.splitlines()))
        for text in (self.asynctidy("--help", expect=0).stdout,
                     self.asynctidy("check", "--help", expect=0).stdout):
            self.assertIn("exit codes:", text)

    def test_options_for_developers_are_not_shown(self) -> None:
        self.assertNotIn("skip-bodies", self.asynctidy("check", "--help", expect=0).stdout)


if __name__ == "__main__":
    unittest.main()
