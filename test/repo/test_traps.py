# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from rules import traps
from rules.traps import sections
from support import RuleTest

SOME = sections.SECTIONS[0]


def whole() -> "dict[str, str]":
    """A tree in which every section has a check with its proof."""
    files = {}
    for number, section in enumerate(sections.SECTIONS):
        files[f"checks/tasks/trap{number}.cpp"] = f'    .asyncioSection = "{section}",\n'
        files[f"test/checks/tasks/trap{number}/flagged.cpp"] = (
            f"// runtime: trap\nf(); // expect: async-trap{number}: bad\n")
    return files


class Names(RuleTest):
    def test_good_ones(self) -> None:
        other = {"checks/tasks/other.cpp": '    .asyncioSection = "",\n'}
        self.assert_finds(traps.names, {**whole(), **other})

    def test_a_section_that_does_not_exist(self) -> None:
        wrong = {"checks/tasks/trap0.cpp": '    .asyncioSection = "Logging",\n'}
        self.assert_finds(traps.names, {**whole(), **wrong}, "no section 'Logging'")

    def test_the_repository(self) -> None:
        self.assert_holds(traps.names)


class Proofs(RuleTest):
    def test_all_there(self) -> None:
        self.assert_finds(traps.proofs, whole())

    def test_a_section_without_a_check(self) -> None:
        self.assert_finds(traps.proofs, {**whole(), "checks/tasks/trap0.cpp": ""},
                          f"{SOME}: no check")

    def test_a_fixture_that_runs_clean(self) -> None:
        clean = {"test/checks/tasks/trap0/flagged.cpp":
                 "// runtime: none\nf(); // expect: async-trap0: bad\n"}
        self.assert_finds(traps.proofs, {**whole(), **clean}, f"{SOME}: no fixture of trap0")

    def test_a_fixture_that_the_check_does_not_flag(self) -> None:
        missed = {"test/checks/tasks/trap0/flagged.cpp": "// runtime: trap\nf();\n"}
        self.assert_finds(traps.proofs, {**whole(), **missed}, f"{SOME}: no fixture of trap0")

    def test_the_repository(self) -> None:
        self.assert_holds(traps.proofs)


if __name__ == "__main__":
    unittest.main()
