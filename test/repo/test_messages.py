# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from rules import messages
from support import RuleTest


def check(code: str) -> "dict[str, str]":
    return {"checks/tasks/example.cpp": code + "\n"}


class Convention(RuleTest):
    def test_good_messages(self) -> None:
        self.assert_finds(messages.convention, check(
            'report(place, "%0 never runs", what);\n'
            'note(f(a, b), "hold the lock; \'unlock\' comes later");'))

    def test_a_capital(self) -> None:
        self.assert_finds(messages.convention, check('report(place, "It never runs");'),
                          'checks/tasks/example.cpp:1: a message starts in lower case')

    def test_a_full_stop_in_adjacent_literals(self) -> None:
        self.assert_finds(messages.convention, check('report(place, "it never "\n  "runs.", x);'),
                          'no final full stop: "it never runs."')

    def test_a_full_stop_inside_is_fine(self) -> None:
        self.assert_finds(messages.convention, check('report(place, "e.g. a." "b, or so");'))

    def test_both_arms_of_a_conditional(self) -> None:
        self.assert_finds(messages.convention, check('report(place, late ? "Late" : "Early", x);'),
                          '"Late"', '"Early"')

    def test_timid_advice(self) -> None:
        self.assert_finds(messages.convention, check('note(place, "try to await it");'),
                          "say what happens")

    def test_a_comma_in_the_place(self) -> None:
        self.assert_finds(messages.convention, check('report(at(a, ","), "Bad");'), '"Bad"')

    def test_the_repository(self) -> None:
        self.assert_holds(messages.convention)


class NoLibrary(RuleTest):
    def test_a_namespace(self) -> None:
        self.assert_finds(messages.no_library, check('\nif (name == "asio::awaitable")'),
                          "example.cpp:2: names the library 'asio'")

    def test_another_case(self) -> None:
        self.assert_finds(messages.no_library, check('"use Seastar"'), "'Seastar'")

    def test_a_comment_may_name_one(self) -> None:
        self.assert_finds(messages.no_library, check("// As in Seastar."))

    def test_our_own_namespace_is_none(self) -> None:
        self.assert_finds(messages.no_library, check("coro::accepts(*promise, type, context);"))

    def test_the_repository(self) -> None:
        self.assert_holds(messages.no_library)


if __name__ == "__main__":
    unittest.main()
