# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""On real programs, too, skipping bodies changes nothing, nor does the number of threads."""

import json
import os
import unittest

from support import SOURCE_DIR, ProjectTest


class Applications(ProjectTest):
    def test_same_findings(self) -> None:
        arguments = ["-p", os.environ["BINARY_DIR"], str(SOURCE_DIR / "test/apps"),
                     "--format=json"]
        skipping = self.check("-j1", *arguments, expect=1).stdout
        self.assertTrue(json.loads(skipping)["findings"])
        self.assertEqual(self.check("-j2", "--no-skip-bodies", *arguments, expect=1).stdout,
                         skipping)


if __name__ == "__main__":
    unittest.main()
