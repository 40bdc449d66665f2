# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from normalise import normalised


class Normalised(unittest.TestCase):
    def assert_same(self, python: str, aio: str, both: str) -> None:
        self.assertEqual(normalised(python), both)
        self.assertEqual(normalised(aio), both)

    def test_tasks(self) -> None:
        self.assert_same(
            "! error: x; task: <Task pending name='Task-2' coro=<main.<locals>.f() running at "
            "/tmp/x.py:3> wait_for=<Future pending cb=[Task.task_wakeup()] created at /a.py:4> "
            "cb=[gather.<locals>._done_callback() at /a.py:7, <_x at 0x1>()] created at /b.py:1>",
            "! error: x; task: <Task pending name='Task-14' coro=<f() running, defined at "
            "/tmp/x.cpp:9> wait_for=<Future pending created at /x.cpp:1> created at /x.cpp:3>",
            "! error: x; task: <Task pending name='Task-N' coro=<f()> wait_for=<Future pending>>")

    def test_names_of_tasks_stay(self) -> None:
        line = "! error: x; task: <Task pending name='mine' coro=<f()>>"
        self.assertEqual(normalised(line), line)

    def test_results(self) -> None:
        self.assert_same(
            "! warning: Executing <Task finished name='Task-1' coro=<f() done, defined at x.py:3> "
            "result=None created at /base.py:1> took 0.123 seconds",
            "! warning: Executing <Task finished name='Task-7' coro=<f() done, defined at x.cpp:3> "
            "created at /x.cpp:1> took 0.100 seconds",
            "! warning: Executing <Task finished name='Task-N' coro=<f()>> took N seconds")

    def test_exceptions(self) -> None:
        self.assert_same(
            "! error: x; future: <_GatheringFuture finished exception=RuntimeError('no loop')>",
            "! error: x; future: <GatheringFuture finished exception=aio::RuntimeError('no loop')>",
            "! error: x; future: <GatheringFuture finished exception=RuntimeError('no loop')>")
        self.assert_same("TimeoutError()", "aio::TimeoutError('')", "TimeoutError()")

    def test_callbacks(self) -> None:
        self.assert_same(
            "! error: Exception in callback main.<locals>.<lambda>() at /x.py:3; handle: <Handle "
            "main.<locals>.<lambda>() at /x.py:3 created at /x.py:3>; exception: ValueError('a')",
            "! error: Exception in callback f()::'lambda'(); handle: <Handle f()::'lambda'() "
            "created at x.cpp:7>; exception: ValueError('a')",
            "! error: Exception in callback CALLBACK; exception: ValueError('a'); handle: <Handle>")
        self.assertEqual(normalised("! x: <TimerHandle cancelled when=1.5 created at x:1>"),
                         "! x: <TimerHandle cancelled>")

    def test_where_it_comes_from(self) -> None:
        self.assert_same("! error: x; future: <Future pending created at /a.py:3>; task: <Task a>",
                         "! error: x; task: <Task a>; future: <Future pending created at x.cpp:3>; "
                         "created at: /x/x.cpp:3; stack: f <- g; running: <Task b created at x:1>",
                         "! error: x; future: <Future pending>; task: <Task a>")

    def test_coroutines(self) -> None:
        self.assert_same("! RuntimeWarning: coroutine 'A.f' was never awaited",
                         "! RuntimeWarning: coroutine 'A::f' was never awaited (defined at x.cpp:9)",
                         "! RuntimeWarning: coroutine 'f' was never awaited")

    def test_stacks(self) -> None:
        self.assert_same(
            "! RuntimeWarning: coroutine 'f' was never awaited",
            "! RuntimeWarning: coroutine 'f' was never awaited (defined at x.cpp:9); stack: f <- "
            "main; running: <Task pending name='Task-1' coro=<g() running, defined at x.cpp:1>>",
            "! RuntimeWarning: coroutine 'f' was never awaited")
        self.assertEqual(normalised("! error: x; created at: x.cpp:1; exception: ValueError('a'); "
                                    "stack: main"),
                         "! error: x; exception: ValueError('a')")

    def test_loops(self) -> None:
        self.assert_same(
            "! ResourceWarning: unclosed event loop <_UnixSelectorEventLoop running=False>",
            "! ResourceWarning: unclosed event loop <EventLoop running=False>",
            "! ResourceWarning: unclosed event loop <EventLoop running=False>")

    def test_what_matters_stays(self) -> None:
        for one, other in (("! error: a", "! warning: a"),
                           ("<Task pending name='a' coro=<f()>>", "<Task pending name='b' coro=<f()>>"),
                           ("<Task pending coro=<f()>>", "<Task cancelling coro=<f()>>"),
                           ("<Task pending coro=<f() done>>", "<Task pending coro=<g() done>>"),
                           ("<Future exception=ValueError('a')>", "<Future exception=KeyError('a')>"),
                           ("<Future exception=ValueError('a')>", "<Future exception=ValueError('b')>"),
                           ("! x: <Handle a>", "! x: <Handle cancelled a>"),
                           ("a", "a ")):
            self.assertNotEqual(normalised(one), normalised(other))


if __name__ == "__main__":
    unittest.main()
