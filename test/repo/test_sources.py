# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from rules import sources
from support import RuleTest

LICENCE = sources.SPDX


class Spdx(RuleTest):
    def test_sources_with_a_licence(self) -> None:
        self.assert_finds(sources.spdx, {
            "a.cpp": f"// {LICENCE}\n", "b.py": f"# {LICENCE}\n", "run": f"#!/bin/sh\n# {LICENCE}\n",
            "CMakeLists.txt": f"# {LICENCE}\n", "data.json": "{}\n", "page.md": "# Page\n"})

    def test_sources_without(self) -> None:
        self.assert_finds(sources.spdx, {"a.cpp": "int x;\n", "b.h": f"\n// {LICENCE}\n",
                                         "run": "#!/bin/sh\n", "x/CMakeLists.txt": ""},
                          "a.cpp", "b.h", "run", "CMakeLists.txt")

    def test_the_repository(self) -> None:
        self.assert_holds(sources.spdx)


class MachinePaths(RuleTest):
    def test_a_home_folder(self) -> None:
        self.assert_finds(sources.machine_paths, {"a.md": "\nsee " + "/" + "home/me/x\n"},
                          "a.md:2: a path of some machine")

    def test_paths_of_every_system_and_of_the_repository(self) -> None:
        self.assert_finds(sources.machine_paths, {
            "a.md": "/usr/include/x, ${root}/work/x, ./home/x, https://example.org/home/x\n"})

    def test_the_repository(self) -> None:
        self.assert_holds(sources.machine_paths)


class Unfinished(RuleTest):
    def test_a_note_to_oneself(self) -> None:
        self.assert_finds(sources.unfinished, {"a.cpp": "// TO" + "DO: later\n"}, "a.cpp:1")

    def test_the_repository(self) -> None:
        self.assert_holds(sources.unfinished)


class Whitespace(RuleTest):
    def test_good_text(self) -> None:
        self.assert_finds(sources.whitespace, {"a.cpp": "int x;\n", "empty": ""})

    def test_trailing_blanks(self) -> None:
        self.assert_finds(sources.whitespace, {"a.cpp": "int x;\nint y; \n"}, "a.cpp:2: trailing")

    def test_the_end(self) -> None:
        self.assert_finds(sources.whitespace, {"a.cpp": "int x;", "b.cpp": "int x;\n\n"},
                          "a.cpp: must end", "b.cpp: must end")

    def test_the_repository(self) -> None:
        self.assert_holds(sources.whitespace)


if __name__ == "__main__":
    unittest.main()
