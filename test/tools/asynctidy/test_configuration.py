# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What .clang-tidy files and options choose."""

import unittest

from support import UNAWAITED, ProjectTest

ALL = "async-*"


class Configuration(ProjectTest):
    def setUp(self) -> None:
        super().setUp()
        self.bad_project()

    def enabled(self, *arguments: str) -> "list[str]":
        lines = self.check("--list-checks", *arguments, expect=0).stdout.splitlines()
        self.assertEqual(lines[0], "Enabled checks:")
        return [line.strip() for line in lines[1:]]

    def configured(self, text: str) -> "list[str]":
        self.write(".clang-tidy", text)
        return self.enabled()


class Checks(Configuration):
    def test_all_of_ours_by_default(self) -> None:
        checks = self.enabled()
        self.assertIn(UNAWAITED, checks)
        self.assertTrue(all(check.startswith("async-") for check in checks), checks)

    def test_configuration_for_other_modules_changes_nothing(self) -> None:
        everything = self.enabled()
        for checks in ("-*,bugprone-*,modernize-use-auto", "clang-analyzer-*", "-*", "*",
                       "bugprone-*,-bugprone-branch-clone", "*,-llvm-*,-clang-diagnostic-*"):
            with self.subTest(checks):
                self.assertEqual(self.configured(f"Checks: '{checks}'\n"), everything)

    def test_switching_one_off(self) -> None:
        everything = self.enabled()
        rest = [check for check in everything if check != UNAWAITED]
        for checks in (f"-{UNAWAITED}", f"-*,bugprone-*,-{UNAWAITED}", f"async-*,-{UNAWAITED}"):
            with self.subTest(checks):
                self.assertEqual(self.configured(f"Checks: '{checks}'\n"), rest)

    def test_switching_some_on(self) -> None:
        self.assertEqual(self.configured(f"Checks: '-*,bugprone-*,{UNAWAITED}'\n"), [UNAWAITED])
        self.assertEqual(self.configured(f"Checks:\n  - '-*'\n  - {UNAWAITED}\n"), [UNAWAITED])

    def test_options_of_the_command_line(self) -> None:
        self.assertEqual(self.enabled(f"--checks=-*,{UNAWAITED}"), [UNAWAITED])
        self.assertNotIn(UNAWAITED, self.enabled(f"-checks=-{UNAWAITED}"))
        self.assertEqual(self.enabled(f"--config={{Checks: '{UNAWAITED}'}}"), [UNAWAITED])
        self.write("other.yaml", f"Checks: '{UNAWAITED}'\n")
        self.assertEqual(self.enabled("--config-file=other.yaml"), [UNAWAITED])

    def test_per_directory(self) -> None:
        self.write("sub/.clang-tidy", f"InheritParentConfig: true\nChecks: '-{UNAWAITED}'\n")
        self.write("sub/quiet.cpp", (self.root / "bad.cpp").read_text())
        self.database("bad.cpp", "sub/quiet.cpp")
        self.assertEqual([each["file"] for each in self.report()["findings"]], ["bad.cpp"])

    def test_errors(self) -> None:
        self.write(".clang-tidy", "WarningsAsErrors: 'async-*'\n")
        self.assertEqual(self.report()["findings"][0]["severity"], "error")
        self.assertIn(f"error: coroutine", self.check(expect=1).stdout)

    def test_extra_flags(self) -> None:
        self.write("bad.cpp", "#ifdef BAD\n" + (self.root / "bad.cpp").read_text() + "#endif\n")
        self.check(expect=0)
        self.check("--extra-arg=-DBAD", expect=1)
        self.check("--extra-arg-before", "-DBAD", expect=1)
        self.write(".clang-tidy", "ExtraArgs: ['-DBAD']\n")
        self.check(expect=1)


class Options(Configuration):
    def test_of_a_check(self) -> None:
        self.write("blocking.cpp", '#include "task.h"\n#include <unistd.h>\n'
                                   "Task<void> run() { sleep(1); co_return; }\n")
        self.database("blocking.cpp")
        self.check(expect=1)
        self.write(".clang-tidy",
                   "CheckOptions: {async-blocking-call.AllowedFunctions: sleep}\n")
        self.check(expect=0)

    def test_of_other_modules_are_not_ours_to_judge(self) -> None:
        self.write(".clang-tidy", "Checks: '-*,no-such-module-*,typo'\n"
                                  "CheckOptions: {bugprone-x.Y: 1, modernize-z.W: 2}\n")
        self.check("--verify-config", expect=0)
        self.check(expect=1)

    def test_verify_config(self) -> None:
        done = self.check("--verify-config", expect=0)
        self.assertEqual(done.stdout, "No config errors detected.\n")
        self.check("--verify-config", "--config={Checks: async-nothing}", expect=2)


class Wrong(Configuration):
    def wrong(self, *arguments: str, says: str) -> None:
        for more in ([], ["--verify-config"], ["--format=json", "--output=out.json"]):
            done = self.check(*arguments, *more, expect=2)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertTrue(done.stderr.startswith("asynctidy: error: "), done.stderr)
            self.assertIn(says, done.stderr)
            self.assertEqual(done.stdout, "")
            self.assertFalse((self.root / "out.json").exists())

    def in_file(self, text: str, says: str) -> None:
        self.write(".clang-tidy", text)
        self.wrong(says=says)

    def test_unknown_check(self) -> None:
        self.wrong("--checks=async-unawaited-corotine",
                   says="command line: unknown check 'async-unawaited-corotine'; did you mean "
                        f"'{UNAWAITED}'?")
        self.wrong("--checks=async-zzz-*", says="command line: no check matches 'async-zzz-*'; "
                                               "'asynctidy list' shows the checks")
        self.wrong("--checks=bugprone-*", says="no check matches 'bugprone-*'")
        self.in_file("Checks: 'bugprone-*,-async-bloking-call'\n",
                     says=f"{self.root}/.clang-tidy: unknown check 'async-bloking-call'; did you "
                          "mean 'async-blocking-call'?")

    def test_unknown_option(self) -> None:
        self.in_file("CheckOptions: {async-blocking-call.AllowedFunction: f}\n",
                     says=f"{self.root}/.clang-tidy: unknown option "
                          "'async-blocking-call.AllowedFunction'; did you mean "
                          "'async-blocking-call.AllowedFunctions'?")
        self.in_file("CheckOptions: {async.Teir: strict}\n", says="did you mean 'async.Tier'?")

    def test_values(self) -> None:
        self.in_file("CheckOptions: {async.Tier: high}\n", says="invalid value 'high'")
        self.in_file("CheckOptions: {async-blocking-call.Files: 'perhaps'}\n", says="perhaps")
        self.in_file("HeaderFilterRegex: '('\n", says="invalid regular expression '('")
        self.in_file("HeaderFileExtensions: ['.h']\n", says="invalid file extension '.h'")
        (self.root / ".clang-tidy").unlink()
        self.wrong("--header-filter=*", says="command line: invalid regular expression '*'")

    def test_models(self) -> None:
        self.in_file("CheckOptions: {async.Models: nowhere.json}\n", says="nowhere.json")
        self.write("model.json", "{")
        self.in_file("CheckOptions: {async.Models: model.json}\n", says="model.json")

    def test_every_mistake_in_models_is_told(self) -> None:
        self.write("a.json", '{"schema": 2}')
        self.write("b.json", '{"schema": 1, "library": "b", "namespaces": ["b", "b"], "facts": ['
                             '{"function": "f", "blocks": "slep", "why": "x"}]}')
        self.write(".clang-tidy", "CheckOptions: {async.Models: a.json;b.json}\n")
        for more in ([], ["--verify-config"]):
            done = self.check(*more, expect=2)
            self.assertEqual(done.stdout, "")
            said = [line.split(": ")[3:6] for line in done.stderr.splitlines()]
            self.assertEqual([each[1:] for each in said],
                             [["a.json", "/schema"], ["b.json", "/facts/0/blocks"],
                              ["b.json", "/namespaces/1"]])

    def test_syntax(self) -> None:
        self.in_file("Checks: ['\n", says=f"{self.root}/.clang-tidy:")
        self.in_file("Cheks: '*'\n", says="unknown key 'Cheks'")
        (self.root / ".clang-tidy").unlink()
        self.wrong("--config=Checks: [", says="--config:")
        self.wrong("--config-file=nowhere", says="cannot read --config-file 'nowhere': No such file")

    def test_nothing_enabled(self) -> None:
        self.write(".clang-tidy", "Checks: '-async-*'\n")
        done = self.check(expect=2)
        self.assertIn("no checks are enabled", done.stderr)


if __name__ == "__main__":
    unittest.main()
