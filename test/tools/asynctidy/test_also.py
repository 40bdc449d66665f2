# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""--also: several reports of one run."""

import json
import unittest

from support import UNAWAITED, ProjectTest


class Also(ProjectTest):
    def setUp(self) -> None:
        super().setUp()
        self.bad_project()

    def test_text_on_standard_output_and_two_files(self) -> None:
        done = self.check("--also", "json=out.json", "--also=sarif=out.sarif", expect=1)
        self.assertEqual(done.stdout, self.check(expect=1).stdout)
        self.assertIn(UNAWAITED, done.stdout)
        files = self.files()
        self.assertEqual(files["out.json"], self.check("--format=json", expect=1).stdout)
        self.assertEqual(json.loads(files["out.sarif"])["version"], "2.1.0")

    def test_beside_an_output(self) -> None:
        self.check("--output", "out.txt", "--also", "json=out.json", expect=1)
        files = self.files()
        self.assertIn(UNAWAITED, files["out.txt"])
        self.assertEqual(len(json.loads(files["out.json"])["findings"]), 1)

    def test_no_colour_in_a_file(self) -> None:
        done = self.check("--color=always", "--also", "text=out.txt", expect=1)
        self.assertIn("\x1b", done.stdout)
        self.assertNotIn("\x1b", self.files()["out.txt"])

    def test_wrong_usage_writes_nothing(self) -> None:
        before = self.files()
        for value in ("json", "json=", "yaml=out.yaml", "json=nowhere/out.json", "=x"):
            self.check("--also", value, expect=2)
        self.assertEqual(self.files(), before)


if __name__ == "__main__":
    unittest.main()
