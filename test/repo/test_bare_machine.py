# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The shell part of tools/dev, on a machine with hardly anything."""

import shutil
import subprocess
import unittest

from support import ROOT, RuleTest, write

ALWAYS_THERE = ("sh", "dirname", "mktemp", "cat", "rm", "env", "ln")


class BareMachine(RuleTest):
    def run_dev(self, user: int, **programs: str) -> "subprocess.CompletedProcess[str]":
        """tools/dev --help where only these programs and the usual ones exist."""
        bin = self.root / "bin"
        bin.mkdir()
        for name in ALWAYS_THERE:
            (bin / name).symlink_to(str(shutil.which(name)))
        programs = {"id": f"echo {user}", **{name.replace("_", "-"): text
                                             for name, text in programs.items()}}
        write(bin, {name: f"#!/bin/sh\n{text}\n" for name, text in programs.items()})
        for name in programs:
            (bin / name).chmod(0o755)
        return subprocess.run([ROOT / "tools" / "dev", "--help"], text=True, check=False,
                              env={"PATH": str(bin), "TMPDIR": str(self.root)},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_python_is_installed_first(self) -> None:
        python = shutil.which("python3", path="/usr/bin") or shutil.which("python3")
        done = self.run_dev(0, apt_get=f'if [ "$1" = install ]; then ln -s {python} '
                                       f"{self.root}/bin/python3; fi; echo noise")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("usage: tools/dev", done.stdout)
        self.assertEqual(done.stderr, "==> installing python3\n")

    def test_with_sudo(self) -> None:
        python = shutil.which("python3", path="/usr/bin") or shutil.which("python3")
        done = self.run_dev(1000, apt_get=f'if [ "$1" = install ]; then ln -s {python} '
                                          f"{self.root}/bin/python3; fi",
                            sudo=f'echo "$1" >> {self.root}/sudo.log; exec "$@"')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.root / "sudo.log").read_text(), "apt-get\nenv\n")

    def test_neither_root_nor_sudo(self) -> None:
        done = self.run_dev(1000, apt_get="exit 0")
        self.assertEqual(done.returncode, 2)
        self.assertIn("as root, run: apt-get install python3", done.stderr)

    def test_no_apt(self) -> None:
        done = self.run_dev(0)
        self.assertEqual(done.returncode, 2)
        self.assertIn("there is no apt-get", done.stderr)

    def test_apt_fails(self) -> None:
        done = self.run_dev(0, apt_get="echo no such mirror; exit 100")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no such mirror", done.stderr)
        self.assertEqual([path.name for path in self.root.iterdir()], ["bin"])


if __name__ == "__main__":
    unittest.main()
