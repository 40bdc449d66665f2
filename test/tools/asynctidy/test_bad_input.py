# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every bad input has its exit code and one clear message, and leaves nothing half-written."""

import subprocess
import unittest

from support import ASYNCTIDY, BAD, GOOD, ProjectTest


class BadInput(ProjectTest):
    def setUp(self) -> None:
        super().setUp()
        self.bad_project()

    def rejected(self, *arguments: str, says: str, expect: int = 2) -> None:
        """Expects one line on standard error that says so, and no change in the project."""
        before = self.files()
        done = self.asynctidy(*arguments, expect=expect)
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertTrue(lines[0].startswith("asynctidy: error: "), lines[0])
        self.assertIn(says, lines[0])
        self.assertEqual(done.stdout, "")
        self.assertEqual(self.files(), before)


class CommandLine(BadInput):
    def test_no_command(self) -> None:
        self.assertIn("usage: asynctidy", self.asynctidy(expect=2).stderr)

    def test_unknown_command(self) -> None:
        self.rejected("chekc", says="unknown command 'chekc'; did you mean 'check'?")
        self.rejected("bad.cpp", says="did you mean 'asynctidy check bad.cpp'?")
        self.rejected("--frobnicate", says="unknown option '--frobnicate'; 'asynctidy --help'")

    def test_unknown_option(self) -> None:
        self.rejected("check", "--formt=json", says="'--formt=json'; did you mean '--format'?")
        self.rejected("check", "--zzzzzzzzzz", says="'--zzzzzzzzzz'; --help lists the options")
        self.rejected("check", "-z", says="unknown option '-z'")
        # An option of LLVM's passes is none of ours.
        self.rejected("check", "--inline-threshold=3", says="unknown option")

    def test_values(self) -> None:
        self.rejected("check", "--format=xml", says="unknown format 'xml'; choose text, json or "
                                                    "sarif")
        self.rejected("check", "--output", says="option '--output' needs a value: FILE")
        self.rejected("check", "--fix=yes", says="option '--fix' takes no value")
        for jobs in ("0", "-1", "many", ""):
            self.rejected("check", f"-j={jobs}", says="is no number of threads; give 1 or more")
        self.rejected("check", "--color=blue", says="choose auto, always or never")

    def test_contradictions(self) -> None:
        self.rejected("check", "--config={}", "--config-file=x", says="exclude each other")
        self.rejected("check", "-p", ".", "bad.cpp", "--", says="exclude each other")

    def test_list_and_explain(self) -> None:
        self.rejected("list", "--format=sarif", says="unknown format 'sarif'; choose text or json")
        self.rejected("list", "blocking-call", says="'asynctidy explain NAME' shows one")
        self.rejected("explain", says="wants the name of one check")
        self.rejected("explain", "a", "b", says="wants the name of one check")
        self.rejected("explain", "bloking-call", says="did you mean 'async-blocking-call'?")
        self.rejected("explain", "nonsense-zzz", says="'asynctidy list' shows the checks")


class Files(BadInput):
    def test_missing_path(self) -> None:
        self.rejected("check", "nowhere.cpp", says="no such file or directory: 'nowhere.cpp'")
        self.rejected("check", "nowhere.cpp", "--", says="no such file or directory")

    def test_missing_database(self) -> None:
        (self.root / "compile_commands.json").unlink()
        for path in (["bad.cpp"], ["."], []):
            self.rejected("check", *path, says="no compile database (compile_commands.json) in "
                                               f"{self.root}")
        self.rejected("check", says="CMAKE_EXPORT_COMPILE_COMMANDS=ON")

    def test_missing_named_database(self) -> None:
        self.write("out/empty", "")
        self.rejected("check", "-p", "out", says=f"in {self.root}/out, which -p names")

    def test_malformed_database(self) -> None:
        for text in ("", "{", "[1]", '[{"file": "bad.cpp"}]', "\0\1"):
            self.write("compile_commands.json", text)
            self.rejected("check", "bad.cpp", says="cannot read the compile database in")

    def test_empty_database(self) -> None:
        self.write("compile_commands.json", "[]")
        self.rejected("check", says="has no C++ file")

    def test_directory_without_sources(self) -> None:
        self.write("docs/a.md", "")
        self.rejected("check", "docs", says=f"has no C++ file below {self.root}/docs")

    def test_flags_need_files(self) -> None:
        self.rejected("check", "--", "-std=c++20", says="need the files that they are for")
        self.rejected("check", ".", "--", says="is a directory: with flags after '--', name files")


class Output(BadInput):
    def test_unwritable_reports(self) -> None:
        for path in ("nowhere/report.json", ".", "bad.cpp/x"):
            self.rejected("check", "--format=json", "-o", path,
                          says=f"cannot write the report to '{path}': ")

    def test_directory_without_files(self) -> None:
        # Nobody can create one there, whoever runs the test.
        self.check("-o", "/proc/report", expect=2)

    def test_full_device(self) -> None:
        self.rejected("check", "-o", "/dev/full", says="No space left on device")
        with open("/dev/full", "w") as full:
            done = subprocess.run([ASYNCTIDY, "check", "-q"], cwd=self.root, stdout=full,
                                  stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot write the report to standard output", done.stderr)


class Unparsable(ProjectTest):
    def test_findings_elsewhere_are_reported(self) -> None:
        self.write("bad.cpp", BAD)
        self.write("broken.cpp", '#include "task.h"\n#include "missing.h"\n')
        self.database("bad.cpp", "broken.cpp")
        done = self.check(expect=3)
        self.assertIn("bad.cpp:6:3: warning:", done.stdout)
        self.assertIn("broken.cpp:2:10: error: 'missing.h' file not found", done.stdout)
        self.assertIn("asynctidy: error: broken.cpp could not be parsed: broken.cpp:2:10: "
                      "'missing.h' file not found\n", done.stderr)

    def test_the_first_error_is_the_first(self) -> None:
        # Sorted by file, the one in the header would come later.
        self.write("a.cpp", '#include "z.h"\nint x = y;\n')
        self.write("z.h", "#pragma once\nint z = unknown;\n")
        self.database("a.cpp")
        failure = self.report(expect=3)["failures"][0]
        self.assertEqual(failure["unit"], "a.cpp")
        self.assertEqual(failure["first"]["file"], "z.h")
        self.assertEqual(failure["errors"], 2)

    def test_file_that_is_gone(self) -> None:
        self.write("good.cpp", GOOD)
        self.database("good.cpp", "gone.cpp")
        done = self.check(expect=3)
        self.assertIn("gone.cpp could not be parsed: ", done.stderr)

    def test_directory_that_is_gone(self) -> None:
        self.write("good.cpp", GOOD)
        self.write("compile_commands.json",
                   f'[{{"directory": "{self.root}/gone", "file": "{self.root}/good.cpp", '
                   f'"command": "c++ -c {self.root}/good.cpp"}}]')
        done = self.check(expect=3)
        self.assertIn("cannot enter the directory of its compile command", done.stderr)

    def test_crash_of_the_compiler(self) -> None:
        self.write("bad.cpp", BAD)
        self.write("crash.cpp", "#pragma clang __debug crash\n")
        self.database("bad.cpp", "crash.cpp")
        done = self.check(expect=3)
        self.assertIn("bad.cpp:6:3: warning:", done.stdout)
        self.assertIn("asynctidy: error: crash.cpp could not be parsed: internal error: ",
                      done.stderr)
        self.assertNotIn("Stack dump", done.stderr)

    def test_unreadable_bytes(self) -> None:
        (self.root / "bytes.cpp").write_bytes(b"\xff\xfe\0\x01 = ;")
        self.database("bytes.cpp")
        self.check("--format=json", expect=3)
        self.check("--format=sarif", expect=3)


if __name__ == "__main__":
    unittest.main()
