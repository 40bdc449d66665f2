# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

import rules
from devtools import checks


class Names(unittest.TestCase):
    def test_good_names(self) -> None:
        for name in ("busy-wait", "double-await", "http2-stream", "notification"):
            self.assertEqual(checks.problem_with_name(name), "")

    def test_bad_names(self) -> None:
        for name in ("", "Busy", "busy_wait", "busy--wait", "-busy", "2fast", "async-busy", "no-busy",
                     "avoid-wait", "use-await", "../busy"):
            self.assertNotEqual(checks.problem_with_name(name), "", name)


class Summaries(unittest.TestCase):
    def test_a_good_summary(self) -> None:
        self.assertEqual(checks.problem_with_summary("A call, e.g. to sleep, that blocks"), "")

    def test_bad_summaries(self) -> None:
        for text in ("", "it stalls", "It stalls.", "It stalls!", "It stalls. It waits",
                     'It "stalls"', "It\nstalls"):
            self.assertNotEqual(checks.problem_with_summary(text), "", text)


if __name__ == "__main__":
    unittest.main()
