# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The parts of tools/dev that decide something, without installing or building."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from rules import readme
from devtools import __main__ as dev
from devtools import (benchmark, building, checking, docs, markers, metadata, packages, process,
                      sanitizing)
from devtools.console import Failure, UsageError
from devtools.paths import EXAMPLE, ROOT, build_dir
from support import RuleTest, write

LISTED = """{"schemaVersion": 1, "checks": [
  {"name": "async-slow-call", "topic": "blocking", "summary": "Calls | that stall", "tier": "off",
   "fix": "sometimes", "asyncioSection": "Handle blocking functions correctly", "kin": "",
   "options": [{"name": "async-slow-call.Files", "type": "bool", "default": "true", "doc": "Report files."},
               {"name": "async-slow-call.Allowed", "type": "list", "default": "", "doc": "Names."}]},
  {"name": "async-other", "topic": "tasks", "summary": "Others", "tier": "default", "fix": "none",
   "asyncioSection": "", "kin": "", "options": []}]}"""


class Markers(unittest.TestCase):
    def test_text_between_them_is_replaced(self) -> None:
        page = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n"
        self.assertEqual(markers.replaced(page, "x", "new\n", "p"),
                         "a\n<!-- x -->\nnew\n<!-- /x -->\nb\n")

    def test_text_is_no_pattern(self) -> None:
        self.assertIn("\\1 \\g<0>", markers.replaced("<!-- x -->\n<!-- /x -->", "x", "\\1 \\g<0>\n",
                                                     "p"))

    def test_missing_or_double_markers(self) -> None:
        for page in ("", "<!-- x -->\n", "<!-- x -->\n<!-- /x -->\n" * 2):
            with self.assertRaises(Failure):
                markers.replaced(page, "x", "new\n", "p")


class Metadata(unittest.TestCase):
    def test_what_the_driver_lists(self) -> None:
        other, slow = metadata.parse(LISTED)
        self.assertEqual((other.name, other.fix, other.tier), ("other", False, "default"))
        self.assertEqual((slow.name, slow.fix, slow.section),
                         ("slow-call", True, "Handle blocking functions correctly"))
        self.assertEqual([option.default for option in slow.options], ["true", ""])

    def test_options_of_a_page(self) -> None:
        other, slow = metadata.parse(LISTED)
        self.assertEqual(docs.option_section(slow),
                         "- `async-slow-call.Files` (bool, default `true`): Report files.\n"
                         "- `async-slow-call.Allowed` (list, empty by default): Names.\n")
        self.assertEqual(docs.option_section(other), "This check has no options of its own.\n")

    def test_a_bar_does_not_end_a_cell(self) -> None:
        self.assertIn("Calls \\| that stall", markers.table(["x"], [["Calls | that stall"]]))


class Packages(RuleTest):
    def machine(self, dpkg: str, apt: str = "exit 0") -> None:
        """A machine on which dpkg-query and apt-get do this, and sudo is missing."""
        programs = {"dpkg-query": dpkg, "apt-get": f'echo "$@" >> {self.root}/log\n{apt}'}
        write(self.root, {name: f"#!/bin/sh\n{text}\n" for name, text in programs.items()})
        for name in programs:
            (self.root / name).chmod(0o755)
        (self.root / "env").symlink_to("/usr/bin/env")
        patch = mock.patch.dict(os.environ, PATH=str(self.root))
        patch.start()
        self.addCleanup(patch.stop)

    def log(self) -> str:
        path = self.root / "log"
        return path.read_text() if path.exists() else ""

    def all_but(self, *names: str) -> str:
        return "\n".join(f"echo {name} installed" for name in packages.PACKAGES
                         if name not in names)

    def test_nothing_is_missing(self) -> None:
        self.machine(self.all_but())
        packages.install_missing()
        self.assertEqual(self.log(), "")

    def test_only_what_is_missing_is_installed(self) -> None:
        self.machine(self.all_but("cmake", "git") + "\necho git config-files")
        with mock.patch("os.geteuid", return_value=0), mock.patch("sys.stderr"):
            packages.install_missing()
        self.assertEqual(self.log().splitlines(),
                         ["update", "install --yes --no-install-recommends cmake git"])

    def test_neither_root_nor_sudo(self) -> None:
        self.machine(self.all_but("cmake"))
        with mock.patch("os.geteuid", return_value=1000), \
                self.assertRaisesRegex(UsageError, "apt-get install cmake"):
            packages.install_missing()
        self.assertEqual(self.log(), "")

    def test_apt_fails(self) -> None:
        self.machine(self.all_but("cmake"), apt="echo no such mirror; exit 100")
        with mock.patch("os.geteuid", return_value=0), mock.patch("sys.stderr") as shown, \
                self.assertRaisesRegex(Failure, "apt-get update failed"):
            packages.install_missing()
        self.assertIn("no such mirror", str(shown.mock_calls))


class Running(unittest.TestCase):
    def test_a_quiet_command_says_nothing_when_it_succeeds(self) -> None:
        with mock.patch("sys.stderr") as shown:
            process.run_quietly(["echo", "text"], what="echo")
        self.assertNotIn("text", str(shown.mock_calls))

    def test_a_failing_one_shows_its_output(self) -> None:
        with mock.patch("sys.stderr") as shown, self.assertRaisesRegex(Failure, "testing failed"):
            process.run_quietly(["sh", "-c", "echo reason; exit 1"], what="testing")
        self.assertIn("reason", str(shown.mock_calls))

    def test_of_a_build_only_what_failed_is_shown(self) -> None:
        self.assertEqual(building.first_failure("[1/9] a.cpp\nFAILED: b.o\nerror\n"),
                         "FAILED: b.o\nerror\n")
        self.assertEqual(building.first_failure("ninja: error: x\n"), "ninja: error: x\n")
        self.assertEqual(building.first_failure("[1/9] a.cpp\n" * 99 + "stopped\n").count("\n"), 20)


class Checking(unittest.TestCase):
    def test_files_of_this_checkout_are_looked_up_in_its_build(self) -> None:
        self.assertEqual(checking.database_arguments([EXAMPLE, ROOT / "lib"]), ["-p", build_dir()])

    def test_for_others_the_driver_searches(self) -> None:
        self.assertEqual(checking.database_arguments([Path("/usr/src")]), [])
        self.assertEqual(checking.database_arguments([Path("/usr/src"), EXAMPLE]), [])


class Verbs(unittest.TestCase):
    def run_dev(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([ROOT / "tools" / "dev", *arguments], text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_each_verb_has_help(self) -> None:
        for verb in readme.verbs(ROOT):
            done = self.run_dev(verb, "--help")
            self.assertEqual(done.returncode, 0, verb)
            self.assertIn(f"usage: tools/dev {verb}", done.stdout)

    def test_wrong_usage(self) -> None:
        for arguments in ([], ["fly"], ["corpus", "nowhere"], ["corpus", "--base", "no-such-ref"], ["docs", "--", "x"], ["test", "extra"],
                          ["new-check", "nowhere", "busy-wait", "It waits"]):
            self.assertEqual(self.run_dev(*arguments).returncode, 2, arguments)

    def test_what_follows_two_dashes_goes_to_ctest(self) -> None:
        with mock.patch.object(dev.testing, "run", return_value=8) as run:
            self.assertEqual(dev.main(["test", "--", "-R", "x"]), 8)
        run.assert_called_once_with(["-R", "x"], "release")


class Ready(unittest.TestCase):
    def test_a_failing_gate_fails_it_and_the_tests_run_all_the_same(self) -> None:
        def fails() -> int:
            raise Failure("stale")

        with mock.patch.object(dev.ready.building, "build"), \
                mock.patch.dict(dev.ready.GATES, {"docs --check": fails}, clear=True), \
                mock.patch.object(dev.ready.testing, "run", return_value=0) as tests, \
                mock.patch("sys.stderr"):
            self.assertEqual(dev.ready.run(), 1)
        tests.assert_called_once_with([])


class Sanitize(unittest.TestCase):
    def run_tests(self, script: str, preset: str, mode: str) -> None:
        """With a script in the place of the test program."""
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), {"bin/aio_tests": f"#!/bin/sh\n{script}\n"})
            (Path(folder) / "bin" / "aio_tests").chmod(0o755)
            with mock.patch.object(sanitizing, "build_dir", return_value=Path(folder)), \
                    mock.patch.object(sanitizing, "step"), \
                    mock.patch.dict(os.environ, {"AIO_DEBUG": "inherited"}):
                sanitizing.run_tests(preset, mode)

    def test_the_environment_is_that_of_the_mode(self) -> None:
        self.run_tests('test "$AIO_SHUFFLE$AIO_DEBUG$TSAN_OPTIONS" = randomhalt_on_error=1',
                       "tsan-aio", "shuffled")
        self.run_tests('test "$AIO_SHUFFLE$AIO_DEBUG" = 1 -a -n "$UBSAN_OPTIONS"', "asan-aio",
                       "in debug mode")

    def test_a_failure_shows_the_output(self) -> None:
        with self.assertRaisesRegex(Failure, "a race\nlib/aio failed plainly under tsan-aio"):
            self.run_tests("echo a race; exit 66", "tsan-aio", "plainly")

    def test_every_preset_is_one_of_cmake(self) -> None:
        presets = json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]
        self.assertLessEqual(set(sanitizing.PRESETS), {preset["name"] for preset in presets})


class Bench(unittest.TestCase):
    def test_ratios_are_to_the_first_rows(self) -> None:
        sys.path.insert(0, str(ROOT / "test"))
        from bench.measure import Subject
        subjects = [Subject("a", [], seconds=[1, 9, 2], mebibytes=[100.0]),
                    Subject("b", [], seconds=[4.0], mebibytes=[50.0])]
        self.assertEqual(benchmark.one_file_table(subjects).splitlines()[2:],
                         ["| a | 2.00 s | 1.00 | 0.50 | 100 MiB | 1.00 |",
                          "| b | 4.00 s | 2.00 | 1.00 | 50 MiB | 0.50 |"])

    def test_a_program_that_fails_is_no_measurement(self) -> None:
        sys.path.insert(0, str(ROOT / "test"))
        from bench.measure import Subject, interleaved
        good = Subject("true", ["true"])
        interleaved([good], 3)
        self.assertEqual(len(good.seconds), 3)
        self.assertGreater(good.memory, 0)
        with self.assertRaisesRegex(RuntimeError, "exit code 1"):
            interleaved([Subject("false", ["false"])], 1)

    def test_runtimes_are_compared_with_the_first(self) -> None:
        sys.path.insert(0, str(ROOT / "test"))
        from bench.runtimes import Runtime
        runtimes = [Runtime("aio", [], [], {"x": [30.0, 10.0, 20.0], "y": [2000.0]}),
                    Runtime("other", [], [], {"x": [10.0], "z": [1.0]}),
                    Runtime("slow", [], [], {"x": [3000.0], "y": [9000.0]})]
        names = {"x": "ex", "y": "why", "z": "zed"}
        self.assertEqual(benchmark.runtimes_table(runtimes, names).splitlines(),
                         ["| one operation | aio | other / aio | slow / aio |",
                          "| --- | --- | --- | --- |",
                          "| ex | 20 ns | 0.5 | 150 |",
                          "| why | 2.0 µs |  | 4.5 |"])

    def test_runtimes_run_what_they_have(self) -> None:
        sys.path.insert(0, str(ROOT / "test"))
        from bench import runtimes
        both = runtimes.Runtime("seven", ["sh", "-c", "echo 7"], ["call", "task"])
        runtimes.interleaved([both], 3)
        self.assertEqual(both.nanoseconds, {"call": [7.0] * 3, "task": [7.0] * 3})
        with self.assertRaisesRegex(RuntimeError, "broken, call: exit code 1"):
            runtimes.interleaved([runtimes.Runtime("broken", ["false"], ["call"])], 1)

    def test_every_runtime_has_the_same_names(self) -> None:
        sys.path.insert(0, str(ROOT / "test"))
        from bench import runtimes
        script = runtimes.output([sys.executable, runtimes.HERE / "on_asyncio.py"])
        self.assertEqual(set((script or "").split()), set(runtimes.BENCHMARKS))


if __name__ == "__main__":
    unittest.main()
