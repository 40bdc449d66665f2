# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Each way in which a pair must fail; the "aio program" is a shell script here."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HARNESS = Path(__file__).resolve().parent
README = "## What differs from asyncio\n\n- **The order**, as it is.\n"
PYTHON = "from tracing import trace\ntrace('one')\ntrace('two')\n"
REPORTS = """
import asyncio, logging, warnings
import tracing
logging.getLogger("asyncio").error("lost; x\\nfuture: <Future pending>\\nsource_traceback: a")
warnings.warn("unclosed", ResourceWarning)
"""


def shell(*lines: str) -> str:
    return "".join(f"echo '{line}'\n" for line in lines)


class RunPair(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_pair(self, *arguments: str, python: "str | None" = PYTHON, program: "str | None" = None,
                 cpp: "str | None" = "", seconds: float = 20) -> "subprocess.CompletedProcess[str]":
        for name, text in (("x.py", python), ("x.cpp", cpp), ("README.md", README)):
            if text is not None:
                (self.folder / name).write_text(text)
        executable = self.folder / "program"
        if program is not None:
            executable.write_text("#!/bin/sh\n" + program)
            executable.chmod(0o755)
        return subprocess.run(
            [sys.executable, HARNESS / "run_pair.py", *arguments, executable, self.folder / "x.cpp",
             self.folder / "README.md"], env={**os.environ, "PARITY_TIMEOUT": str(seconds)},
            capture_output=True, text=True, timeout=60, check=False)

    def assert_holds(self, **files: "str | None") -> None:
        done = self.run_pair(**files)
        self.assertEqual(done.returncode, 0, done.stderr)

    def assert_fails(self, *texts: str, seconds: float = 20, **files: "str | None") -> None:
        done = self.run_pair(seconds=seconds, **files)
        self.assertEqual(done.returncode, 1, done.stderr)
        for text in texts:
            self.assertIn(text, done.stderr)

    def test_equal_traces(self) -> None:
        self.assert_holds(program=shell("one", "two"))

    def test_another_order(self) -> None:
        self.assert_fails("in normal mode", "+ two\n", "- two\n", program=shell("two", "one"))

    def test_a_line_too_few_and_one_too_many(self) -> None:
        self.assert_fails("- two", program=shell("one"))
        self.assert_fails("+ three", program=shell("one", "two", "three"))

    def test_reports(self) -> None:
        reports = shell("! error: lost; x; future: <Future pending created at x.cpp:1>")
        warning = shell("! ResourceWarning: unclosed")
        in_debug = f"if [ -n \"$AIO_DEBUG\" ]; then {warning} fi\n"
        self.assert_holds(python=REPORTS, program=reports + in_debug)
        self.assert_fails("in debug mode", "- ! ResourceWarning: unclosed", python=REPORTS,
                          program=reports)
        self.assert_fails("in normal mode", "+ ! ResourceWarning: unclosed", python=REPORTS,
                          program=reports + warning)
        self.assert_fails("- ! error: lost", python=REPORTS, program=in_debug + "echo\n")

    def test_reports_keep_their_place(self) -> None:
        python = REPORTS.replace("warnings.warn", "tracing.trace('a')\nlambda: warnings.warn")
        report = "! error: lost; x; future: <Future pending>"
        self.assert_holds(python=python, program=shell(report, "a"))
        self.assert_fails(python=python, program=shell("a", report))

    def test_no_python_twin(self) -> None:
        self.assert_fails("x.py is missing", python=None, program=shell("one"))

    def test_no_cpp_twin(self) -> None:
        self.assert_fails("x.cpp is missing", cpp=None)

    def test_a_program_that_was_not_built(self) -> None:
        self.assert_fails("aio does not start", program=None)

    def test_crashes(self) -> None:
        lines = shell("one", "two")
        self.assert_fails("aio exit status 3", program=lines + "exit 3\n")
        self.assert_fails("aio exit status -6", program=lines + "kill -ABRT $$\n")
        self.assert_fails("python exit status 1", "ZeroDivisionError", python=PYTHON + "1 / 0\n",
                          program=lines)

    def test_hangs(self) -> None:
        lines = shell("one", "two")
        self.assert_fails("aio still running after 3.0 s", "one", seconds=3,
                          program=lines + "sleep 50\n")
        self.assert_fails("python still running after 3.0 s", seconds=3, program=lines,
                          python=PYTHON + "import time\ntime.sleep(50)\n")

    def test_noise(self) -> None:
        self.assert_fails("aio writes to stderr\noops", program=shell("one", "two") + "echo oops >&2\n")

    def test_nothing_to_compare(self) -> None:
        self.assert_fails("python prints nothing", python="pass\n", program="true\n")

    def test_a_difference_on_purpose(self) -> None:
        says = "// differs: The order\n// both: + two\n// both: - two\n"
        self.assert_holds(cpp=says, program=shell("two", "one"))
        self.assert_fails("but the pair says", cpp=says, program=shell("one", "two"))
        self.assert_fails("but the pair says", cpp=says, program=shell("two"))

    def test_a_difference_without_its_reason(self) -> None:
        self.assert_fails("is not in the README", program=shell("one"),
                          cpp="// differs: Something else\n// both: - two\n")

    def test_slow_reports_come_by_the_machine(self) -> None:
        slow = shell("! warning: Executing <Handle f> took 0.2 seconds", "one", "two")
        self.assert_holds(program=slow)
        self.assert_fails("took N seconds", cpp="// slow reports count\n", program=slow)

    def test_a_slow_report_that_does_not_come_again(self) -> None:
        slow = "echo '! warning: Executing <Handle f> took 0.2 seconds'\n"
        once = f"if [ ! -e '{self.folder}/been' ]; then touch '{self.folder}/been'; {slow} fi\n"
        self.assert_holds(cpp="// slow reports count\n", program=once + shell("one", "two"))

    def test_another_python(self) -> None:
        done = self.run_pair(python="# python: >=3.99\n" + PYTHON, program=shell("else"))
        self.assertEqual(done.returncode, 77, done.stderr)

    def test_show(self) -> None:
        done = self.run_pair("--show", program=shell("three"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("--- python, debug mode\none\ntwo\n--- aio, debug mode\nthree\n", done.stdout)


if __name__ == "__main__":
    unittest.main()
