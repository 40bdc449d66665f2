# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import os
import stat
import tempfile
import unittest

import run_on_aio

SLOW = "aio: warning: Executing <Handle> took 0.150 seconds"


class RunOnAio(unittest.TestCase):

    def failure(self, runtime, script):
        """What is wrong with a program, a shell script here, whose fixture says these texts."""
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "program")
            with open(program, "w", encoding="utf-8") as file:
                file.write(f"#!/bin/sh\ncd {folder}\n{script}\n")
            os.chmod(program, stat.S_IRWXU)
            return run_on_aio.failure(program, "".join(f"// runtime: {each}\n" for each in runtime))

    def test_reports_that_are_expected(self):
        self.assertEqual("", self.failure(
            ["never awaited", "never retrieved"],
            "echo 'aio: error: Task exception was never retrieved' >&2\n"
            "echo \"aio: RuntimeWarning: coroutine 'f' was never awaited\" >&2\n"
            "echo noise >&2; echo 'aio: on stdout'"))

    def test_missing_report(self):
        self.assertEqual("- expected  never awaited", self.failure(["never awaited"], "true"))

    def test_report_that_nobody_expects(self):
        self.assertEqual("+ found     aio: error: x", self.failure(["none"], "echo aio: error: x >&2"))
        self.assertEqual("+ found     aio: error: x",
                         self.failure(["y"], "echo aio: error: x >&2; echo aio: error: y >&2"))

    def test_no_report(self):
        self.assertEqual("", self.failure(["none"], "echo noise >&2"))

    def test_exit_status(self):
        self.assertIn("exit status 3", self.failure(["none"], "exit 3"))

    def test_debug_mode_is_on(self):
        self.assertIn("aio: 1", self.failure(["none"], "echo aio: $AIO_DEBUG >&2"))

    def test_one_slow_run_is_the_machine(self):
        once = f"[ -e ran ] || echo '{SLOW}' >&2; touch ran"
        self.assertEqual("", self.failure(["none"], once))
        self.assertIn(SLOW, self.failure(["none"], f"echo '{SLOW}' >&2"))

    def test_fixture_without_expectation(self):
        with self.assertRaises(ValueError):
            self.failure([], "true")


if __name__ == "__main__":
    unittest.main()
