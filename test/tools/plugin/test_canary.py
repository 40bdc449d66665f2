# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A known-bad file warns through the plugin, and would fail this test if it did not."""

import re
import shutil
import subprocess
import unittest

import setting

WARNING = "[async-unawaited-coroutine]"


def version(clang_tidy):
    printed = subprocess.run(
        [clang_tidy, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"version (\S+)", printed)
    return found.group(1) if found else printed.strip()


def canary(clang_tidy, plugin):
    """Why nothing that `clang_tidy` says with `plugin` can be believed; None if it can."""
    command = [clang_tidy, "--checks=-*,async-*", "--config={}", setting.CANARY]
    if plugin:
        command.insert(1, f"--load={plugin}")
    done = subprocess.run(
        command + ["--", "-std=c++20"], capture_output=True, text=True, check=False)
    with open(setting.CANARY, encoding="utf-8") as file:
        bad_line = 1 + next(n for n, line in enumerate(file) if "work();" in line)
    for line in done.stdout.splitlines():
        if f"canary.cpp:{bad_line}:" in line and line.endswith(WARNING):
            return None
    return (f"{clang_tidy} {version(clang_tidy)} does not warn about {setting.CANARY} with the "
            f"plugin for LLVM {setting.PLUGIN_LLVM} (exit status {done.returncode})\n"
            f"{done.stdout}{done.stderr}")


class Canary(unittest.TestCase):

    def test_warns(self):
        self.assertIsNone(canary(setting.CLANG_TIDY, setting.PLUGIN))

    def test_says_the_versions_when_the_plugin_is_not_loaded(self):
        why = canary(setting.CLANG_TIDY, None)
        self.assertIsNotNone(why)
        self.assertIn(version(setting.CLANG_TIDY), why)
        self.assertIn(f"LLVM {setting.PLUGIN_LLVM}", why)

    def test_notices_another_major_version(self):
        own = setting.PLUGIN_LLVM.partition(".")[0]
        others = [path for major in range(10, 30) if str(major) != own
                  for path in [shutil.which(f"clang-tidy-{major}")] if path]
        if not others:
            self.skipTest("no other clang-tidy is installed")
        for clang_tidy in others:
            with self.subTest(clang_tidy):
                why = canary(clang_tidy, setting.PLUGIN)
                self.assertIsNotNone(why)
                self.assertIn(version(clang_tidy), why)


if __name__ == "__main__":
    unittest.main()
