# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import json
import unittest

from rules import headers
from support import BINARY_DIR, ROOT, RuleTest, write


class SelfContained(RuleTest):
    def build(self, header: str) -> None:
        """A tree with one header, and the compile database of the file beside it."""
        write(self.root, {"lib/x/a.h": header, "lib/x/a.cpp": '#include "a.h"\n'})
        file = str(self.root / "lib" / "x" / "a.cpp")
        command = f"ccache clang++-19 -std=c++20 -o a.o -c {file}"
        write(self.root, {"compile_commands.json": json.dumps(
            [{"directory": str(self.root), "file": file, "command": command}])})

    def test_a_good_header(self) -> None:
        self.build("#pragma once\n#include <cstddef>\nstd::size_t size();\n")
        self.assertEqual(list(headers.self_contained(self.root, self.root)), [])

    def test_a_header_that_needs_another(self) -> None:
        self.build("#pragma once\nstd::string name();\n")
        found = list(headers.self_contained(self.root, self.root))
        self.assertEqual(len(found), 1)
        self.assertIn("lib/x/a.h: does not compile by itself", found[0])

    def test_the_repository(self) -> None:
        if not (BINARY_DIR / "compile_commands.json").exists():
            self.skipTest("there is no build")
        self.assertEqual(list(headers.self_contained(ROOT, BINARY_DIR)), [])


if __name__ == "__main__":
    unittest.main()
