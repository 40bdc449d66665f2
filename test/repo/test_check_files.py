# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from rules import check_files
from support import RuleTest


def registration(name: str, summary: str = "Calls that block stall the loop") -> str:
    return ("const tidy::Register<Example> registration{{\n"
            f'    .name = "{name}",\n    .summary = "{summary}",\n}}}};\n')


CODE = "checks/blocking/slow-call.cpp"
PAGE = "checks/blocking/slow-call.md"
FLAGGED = "test/checks/blocking/slow-call/flagged.cpp"
CLEAN = "test/checks/blocking/slow-call/clean.cpp"
WHOLE = {CODE: registration("slow-call"), PAGE: "", CLEAN: "int x;\n",
         FLAGGED: "int y; // expect: async-slow-call: blocks\n"}


def without(*names: str) -> "dict[str, str]":
    return {name: text for name, text in WHOLE.items() if name not in names}


class Places(RuleTest):
    def test_a_whole_check_is_fine(self) -> None:
        self.assert_finds(check_files.places, {**WHOLE, "checks/CMakeLists.txt": ""})

    def test_a_check_without_page(self) -> None:
        self.assert_finds(check_files.places, without(PAGE), "has no page")

    def test_a_page_without_check(self) -> None:
        self.assert_finds(check_files.places, without(CODE), "has no code")

    def test_an_unknown_topic(self) -> None:
        self.assert_finds(check_files.places,
                          {"checks/misc/slow.cpp": "", "checks/misc/slow.md": ""},
                          "checks/misc/slow.cpp: not checks/<topic>/<name>",
                          "checks/misc/slow.md: not checks/<topic>/<name>")

    def test_a_stray_file(self) -> None:
        self.assert_finds(check_files.places, {**WHOLE, "checks/blocking/notes.txt": ""},
                          "neither code nor page")

    def test_a_name_in_another_style(self) -> None:
        self.assert_finds(check_files.places,
                          {"checks/tasks/SlowCall.cpp": "", "checks/tasks/SlowCall.md": ""},
                          "lower-case words", "lower-case words")

    def test_one_name_in_two_topics(self) -> None:
        twin = {"checks/tasks/slow-call.cpp": "", "checks/tasks/slow-call.md": ""}
        self.assert_finds(check_files.places, {**WHOLE, **twin}, "two checks are called slow-call")

    def test_the_repository(self) -> None:
        self.assert_holds(check_files.places)


class Registrations(RuleTest):
    def test_a_good_one(self) -> None:
        self.assert_finds(check_files.registrations, WHOLE)

    def test_adjacent_literals_are_one_summary(self) -> None:
        text = registration("slow-call", 'Calls that " "block')
        self.assert_finds(check_files.registrations, {CODE: text})

    def test_another_name_than_the_file(self) -> None:
        self.assert_finds(check_files.registrations, {CODE: registration("fast-call")},
                          "registered as fast-call")

    def test_none(self) -> None:
        self.assert_finds(check_files.registrations, {CODE: "int x;\n"}, "0 registrations")

    def test_two(self) -> None:
        self.assert_finds(check_files.registrations, {CODE: registration("slow-call") * 2},
                          "2 registrations")

    def test_a_full_stop(self) -> None:
        self.assert_finds(check_files.registrations, {CODE: registration("slow-call", "It stalls.")},
                          "without a final full stop")

    def test_two_sentences(self) -> None:
        self.assert_finds(check_files.registrations,
                          {CODE: registration("slow-call", "It stalls. Do not")}, "one sentence")

    def test_no_capital(self) -> None:
        self.assert_finds(check_files.registrations, {CODE: registration("slow-call", "it stalls")},
                          "capital")

    def test_the_repository(self) -> None:
        self.assert_holds(check_files.registrations)


class Fixtures(RuleTest):
    def test_a_flagged_and_a_clean_one(self) -> None:
        self.assert_finds(check_files.fixtures, WHOLE)

    def test_no_flagged_one(self) -> None:
        self.assert_finds(check_files.fixtures, without(FLAGGED), "no fixture expects")

    def test_no_clean_one(self) -> None:
        self.assert_finds(check_files.fixtures, without(CLEAN), "without expectation")

    def test_the_expectation_of_another_check(self) -> None:
        other = {FLAGGED: "int y; // expect: async-other: blocks\n"}
        self.assert_finds(check_files.fixtures, {**WHOLE, **other}, "no fixture expects")

    def test_fixtures_of_no_check(self) -> None:
        left_over = {"test/checks/blocking/old-name/clean.cpp": ""}
        self.assert_finds(check_files.fixtures, {**WHOLE, **left_over}, "no such check")

    def test_the_repository(self) -> None:
        self.assert_holds(check_files.fixtures)


if __name__ == "__main__":
    unittest.main()
