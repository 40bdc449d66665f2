# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from pair import BadPair, differences, reasons_of, wanted_python

README = """# aio

- **Elsewhere.** Not in the section.

## What differs from asyncio

- **Loops own
  tasks**; so it is.
- **No warnings.** They go elsewhere, **not this**.

## Last

- **Behind**
"""


class Reasons(unittest.TestCase):
    def test_bold_sentences_of_the_section(self) -> None:
        self.assertEqual(reasons_of(README), {"Loops own tasks", "No warnings"})

    def test_no_section(self) -> None:
        with self.assertRaises(BadPair):
            reasons_of("# aio\n")


class Differences(unittest.TestCase):
    def test_none(self) -> None:
        self.assertEqual(differences("int main() {}\n", README), {"normal": [], "debug": []})

    def test_modes(self) -> None:
        source = ("// differs: Loops own tasks.\n// normal: - only asyncio\n// both: + only aio\n"
                  "// debug: - last\n")
        self.assertEqual(differences(source, README),
                         {"normal": ["- only asyncio", "+ only aio"],
                          "debug": ["+ only aio", "- last"]})

    def test_long_lines(self) -> None:
        source = ("// differs: Loops own tasks\n// both: - a line\n//   that\n//   goes on\n"
                  "// both: + b\n\n// And a comment.\n//   No difference.\n")
        self.assertEqual(differences(source, README)["normal"], ["- a line that goes on", "+ b"])

    def test_bad_ones(self) -> None:
        for source in ("// differs: Loops own tasks\n", "// both: - a\n",
                       "// differs: Something else\n// both: - a\n",
                       "// differs: Elsewhere\n// both: - a\n", "// differs:\n// both: - a\n"):
            with self.subTest(source), self.assertRaises(BadPair):
                differences(source, README)


class Versions(unittest.TestCase):
    def test_every_version(self) -> None:
        self.assertEqual(wanted_python("import asyncio\n", (3, 11, 2)), "")

    def test_bounds(self) -> None:
        source = "# python: >=3.12\n# python: <3.14\n"
        self.assertEqual(wanted_python(source, (3, 11, 9)), "needs python >=3.12")
        self.assertEqual(wanted_python(source, (3, 12, 0)), "")
        self.assertEqual(wanted_python(source, (3, 13, 1)), "")
        self.assertEqual(wanted_python(source, (3, 14, 0)), "needs python <3.14")


if __name__ == "__main__":
    unittest.main()
