# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from rules import layers
from support import RuleTest


class Arrows(RuleTest):
    def test_downwards(self) -> None:
        self.assert_finds(layers.arrows, {
            "lib/flow/Unit.h": '#include "flow/Blocking.h"\n#include "coro/Awaitable.h"\n'
                               "#include <clang/AST/Expr.h>\n#include <vector>\n",
            "checks/tasks/a.cpp": '#include "tidy/Check.h"\n',
            "test/lib/a.cpp": '#include "tidy/Check.h"\n#include <aio/aio.h>\n'})

    def test_upwards(self) -> None:
        self.assert_finds(layers.arrows, {"lib/coro/A.h": '\n#include "model/Facts.h"\n'},
                          "lib/coro/A.h:2: coro must not know model")

    def test_a_check_includes_no_report(self) -> None:
        self.assert_finds(layers.arrows, {"checks/tasks/a.cpp": '#include "report/Text.h"\n'},
                          "checks must not know report")

    def test_nobody_includes_a_tool(self) -> None:
        self.assert_finds(layers.arrows, {"lib/report/A.cpp": '#include "tools/X.h"\n'},
                          "report must not know tools")

    def test_the_runtime_stands_apart(self) -> None:
        self.assert_finds(layers.arrows, {
            "lib/aio/a.h": '#include "coro/Awaitable.h"\n#include <llvm/ADT/StringRef.h>\n',
            "lib/flow/b.h": "#include <aio/aio.h>\n"},
            "aio must not know coro", "aio must not know llvm", "flow must not know aio")

    def test_a_detour_through_the_parent(self) -> None:
        self.assert_finds(layers.arrows, {"lib/coro/A.h": '#include "../flow/Unit.h"\n'},
                          "leaves its folder")

    def test_the_repository(self) -> None:
        self.assert_holds(layers.arrows)


class Versions(RuleTest):
    def test_in_the_one_header(self) -> None:
        self.assert_finds(layers.one_place_for_versions,
                          {"lib/tidy/LlvmCompat.h": "#if CLANG_VERSION_MAJOR < 22\n"})

    def test_elsewhere(self) -> None:
        self.assert_finds(layers.one_place_for_versions,
                          {"lib/flow/A.cpp": "\n#if LLVM_VERSION_MAJOR < 22\n"},
                          "lib/flow/A.cpp:2: '#if LLVM_VERSION_MAJOR' belongs to")

    def test_printing_one(self) -> None:
        self.assert_finds(layers.one_place_for_versions,
                          {"tools/x/A.cpp": "print(CLANG_VERSION_STRING);\n"})

    def test_the_repository(self) -> None:
        self.assert_holds(layers.one_place_for_versions)


class Guards(RuleTest):
    def test_with_and_without(self) -> None:
        self.assert_finds(layers.guards, {"lib/coro/a.h": "#pragma once\n",
                                          "lib/coro/b.h": "int x;\n", "test/c.h": "int x;\n"},
                          "b.h")

    def test_the_repository(self) -> None:
        self.assert_holds(layers.guards)


if __name__ == "__main__":
    unittest.main()
