# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev corpus, without building or checking anything."""

import json
import os
import unittest
from pathlib import Path
from unittest import mock

import rules  # puts tools/ on the path
from devtools import console, corpus, process, revision
from devtools.console import Failure, UsageError
from devtools.paths import ROOT
from support import RuleTest, write


def alarm(check: str, line: int, database: str = "apps") -> corpus.Alarm:
    return corpus.Alarm(database, check, "a.cpp", line, 1)


class Corpus(RuleTest):
    """With a script in the place of the driver."""

    APPS = corpus.Database("apps", Path("/apps"))
    MORE = corpus.Database("more", Path("/more"))
    REPORT = json.dumps({"failures": 2, "findings": [
        {"check": "async-x", "file": "/a.cpp", "message": "stalls",
         "range": {"start": {"line": 3, "column": 5}, "end": {"line": 3, "column": 9}}}]})

    def driver(self, script: str) -> Path:
        write(self.root, {"driver": f"#!/bin/sh\n{script}\n", "report": self.REPORT})
        (self.root / "driver").chmod(0o755)
        return self.root / "driver"

    def reporting(self, code: int) -> Path:
        return self.driver(f'echo "$@" > {self.root}/log\n'
                           f'while [ "$1" != --output ]; do shift; done\n'
                           f'cp {self.root}/report "$2"; exit {code}')

    def result(self, *alarms: corpus.Alarm, unparsed: int = 0) -> corpus.Result:
        return corpus.Result(corpus.Counter(alarms), unparsed)

    def test_databases_are_folders_or_files_and_each_is_looked_at_once(self) -> None:
        write(self.root, {"one/compile_commands.json": "[]", "two/compile_commands.json": "[]"})
        one, two = self.root / "one", self.root / "two" / "compile_commands.json"
        apps, first, second = corpus.databases([one, two, two.parent, one])
        self.assertEqual((apps.name, apps.paths), ("test/apps", (ROOT / "test/apps",)))
        self.assertEqual([first.folder, second.folder], [one, two.parent])

    def test_what_is_no_database(self) -> None:
        write(self.root, {"empty/x": "", "commands.json": "[]"})
        for name in ("empty", "commands.json", "missing"):
            with self.assertRaisesRegex(UsageError, f"{name}: there is no compile database"):
                corpus.databases([self.root / name])

    def test_a_database_is_checked_with_the_default_checks(self) -> None:
        result = corpus.check(self.reporting(3), self.APPS)
        self.assertEqual(result.alarms, {corpus.Alarm("apps", "async-x", "/a.cpp", 3, 5): 1})
        self.assertEqual(result.unparsed, 2)
        self.assertIn("check -p /apps --config {Checks: 'async-*'}",
                      (self.root / "log").read_text())

    def test_a_driver_that_fails_has_no_alarms(self) -> None:
        for code in (2, 139):
            with self.assertRaisesRegex(Failure, f"failed on apps with exit code {code}") as caught:
                corpus.check(self.reporting(code), self.APPS)
            self.assertEqual(caught.exception.code, 2)
        with self.assertRaisesRegex(Failure, "exit code 0"):
            corpus.check(self.driver("exit 0"), self.APPS)

    def test_alarms_are_counted_per_database_and_check(self) -> None:
        now = self.result(alarm("async-y", 1), alarm("async-x", 2), alarm("async-x", 3),
                          alarm("async-x", 3, "more"))
        self.assertEqual(corpus.table(now, [self.APPS, self.MORE]).splitlines()[2:],
                         ["| `apps` | async-x | 2 |", "| `apps` | async-y | 1 |",
                          "| `more` | async-x | 1 |", "| all |  | 4 |"])

    def test_of_two_revisions_it_says_what_was_added_and_removed(self) -> None:
        before = self.result(alarm("async-x", 1), alarm("async-x", 2), alarm("async-gone", 7))
        now = self.result(alarm("async-x", 2), alarm("async-x", 2), alarm("async-x", 4))
        self.assertEqual(corpus.comparison(before, now, [self.APPS]).splitlines(),
                         ["| database | check | added | removed | alarms |",
                          "| --- | --- | --- | --- | --- |",
                          "| `apps` | async-gone | 0 | 1 | 0 |",
                          "| `apps` | async-x | 2 | 1 | 3 |",
                          "| all |  | 2 | 2 | 3 |",
                          "",
                          "|  | check | place |",
                          "| --- | --- | --- |",
                          "| removed | async-gone | `a.cpp:7:1` |",
                          "| removed | async-x | `a.cpp:1:1` |",
                          "| added | async-x | `a.cpp:2:1` |",
                          "| added | async-x | `a.cpp:4:1` |"])

    def test_without_a_difference_there_is_no_list(self) -> None:
        same = self.result(alarm("async-x", 1))
        self.assertEqual(corpus.comparison(same, same, [self.APPS]).splitlines()[2:],
                         ["| `apps` | async-x | 0 | 0 | 1 |", "| all |  | 0 | 0 | 1 |"])

    def run_corpus(self, base: "str | None", *results: corpus.Result) -> "tuple[int, str]":
        """The exit code and what was said, given what the driver(s) report."""
        with mock.patch.object(corpus.building, "build"), \
                mock.patch.object(corpus.revision, "commit", return_value="c0ffee"), \
                mock.patch.object(corpus.revision, "driver"), \
                mock.patch.object(corpus, "check_all", side_effect=results), \
                mock.patch.object(corpus, "steps_only_on_a_terminal"), \
                mock.patch("sys.stdout"), mock.patch("sys.stderr") as said:
            code = corpus.run(base, [])
        return code, str(said.mock_calls)

    def test_exit_codes(self) -> None:
        one, none = self.result(alarm("async-x", 1)), self.result()
        self.assertEqual(self.run_corpus(None, one), (0, "[]"))
        self.assertEqual(self.run_corpus("main", one, one)[0], 0)
        self.assertEqual(self.run_corpus("main", none, one)[0], 1)
        self.assertEqual(self.run_corpus("main", one, none)[0], 1)
        for results in ([self.result(unparsed=2), none], [one, self.result(unparsed=2)]):
            code, said = self.run_corpus("main", *results)
            self.assertEqual(code, 3)
            self.assertIn("2 files could not be parsed", said)

    def test_a_base_that_is_no_revision_is_wrong_usage(self) -> None:
        with mock.patch.object(corpus.building, "build") as build, \
                mock.patch.object(corpus, "steps_only_on_a_terminal"), \
                self.assertRaisesRegex(UsageError, "'no-such-branch' names no revision"):
            corpus.run("no-such-branch", [])
        build.assert_not_called()


class Revision(RuleTest):
    """In a repository of two commits, with scripts in the place of CMake and the driver."""

    def setUp(self) -> None:
        super().setUp()
        self.source, self.clone = self.root / "source", self.root / "source" / "build" / "base"
        self.source.mkdir()
        self.git("init", "--quiet")
        self.commits = [self.commit(text) for text in ("one", "two")]
        write(self.root, {"bin/cmake": '#!/bin/sh\n'
                          f'echo "$@" >> {self.root}/log\n'
                          'mkdir -p build/release/bin && cp source.txt build/release/bin/asynctidy\n'})
        (self.root / "bin" / "cmake").chmod(0o755)
        for patch in (mock.patch.dict(os.environ,
                                      PATH=f"{self.root}/bin:{os.environ['PATH']}"),
                      mock.patch.object(revision.packages, "install_missing"),
                      mock.patch.object(revision, "step")):
            patch.start()
            self.addCleanup(patch.stop)

    def git(self, *arguments: str) -> str:
        return process.output_of(["git", "-c", "user.name=x", "-c", "user.email=x@x", *arguments],
                                 cwd=self.source)

    def commit(self, text: str) -> str:
        write(self.source, {"source.txt": text})
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", text)
        return self.git("rev-parse", "HEAD").strip()

    def build(self, commit: str) -> str:
        return revision.driver(commit, self.source, self.clone).read_text()

    def builds(self) -> int:
        log = self.root / "log"
        return log.read_text().count("--build") if log.exists() else 0

    def test_names_of_revisions(self) -> None:
        self.assertEqual(revision.commit("HEAD~1", self.source), self.commits[0])
        for name in ("nowhere", "--all", "HEAD:source.txt", ""):
            with self.assertRaises(UsageError):
                revision.commit(name, self.source)

    def test_where_there_is_no_repository(self) -> None:
        with self.assertRaises(UsageError):
            revision.commit("HEAD", self.root)

    def test_a_revision_is_built_once(self) -> None:
        self.assertEqual([self.build(self.commits[0]), self.build(self.commits[0])], ["one"] * 2)
        self.assertEqual(self.builds(), 1)
        self.assertEqual([self.build(self.commits[1]), self.build(self.commits[0])], ["two", "one"])
        self.assertEqual(self.builds(), 3)

    def test_a_build_that_failed_is_not_used(self) -> None:
        self.build(self.commits[0])
        cmake = self.root / "bin" / "cmake"
        works = cmake.read_text()
        cmake.write_text("#!/bin/sh\nexit 1\n")
        with mock.patch("sys.stderr"), self.assertRaises(Failure):
            self.build(self.commits[1])
        cmake.write_text(works)
        self.assertEqual(self.build(self.commits[0]), "one")
        self.assertEqual(self.builds(), 2)

    def test_the_checkout_itself_is_left_alone(self) -> None:
        self.build(self.commits[0])
        self.assertEqual((self.source / "source.txt").read_text(), "two")
        self.assertEqual(self.git("status", "--porcelain", "source.txt"), "")


class Console(unittest.TestCase):
    def test_steps_may_be_for_terminals_only(self) -> None:
        for terminal in (True, False):
            with mock.patch("sys.stderr") as shown, \
                    mock.patch.object(console, "steps_are_shown", True):
                shown.isatty.return_value = terminal
                console.steps_only_on_a_terminal()
                console.step("checking")
                self.assertEqual("checking" in str(shown.mock_calls), terminal)


if __name__ == "__main__":
    unittest.main()
