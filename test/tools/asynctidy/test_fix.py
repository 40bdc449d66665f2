# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""--fix."""

import os
import unittest

from support import BAD, ProjectTest

FIXED = BAD.replace("  step();\n", "  co_await step();\n", 1)


class Fix(ProjectTest):
    def test_applies_and_has_nothing_to_do_then(self) -> None:
        self.bad_project()
        done = self.check("--fix", expect=0)
        self.assertIn("note: FIX-IT applied suggested code changes", done.stdout)
        self.assertIn("1 finding in 1 file, 1 fixed", done.stderr)
        self.assertEqual((self.root / "bad.cpp").read_text(), FIXED)
        before = self.files()
        self.assertIn("0 findings", self.check("--fix", expect=0).stderr)
        self.assertEqual(self.files(), before)

    def test_not_without_being_asked(self) -> None:
        self.bad_project()
        before = self.files()
        self.check(expect=1)
        self.assertEqual(self.files(), before)

    def test_reports_say_so(self) -> None:
        self.bad_project()
        finding = self.report("--fix", expect=0)["findings"][0]
        self.assertTrue(finding["fixed"])
        self.assertEqual(len(finding["fixes"]), 1)

    def test_header_of_several_units_once(self) -> None:
        self.write("shared.h", BAD.replace("Task<void> run()", "inline Task<void> run()")
                   .replace('#include', '#pragma once\n#include', 1))
        for name in ("a.cpp", "b.cpp"):
            self.write(name, '#include "shared.h"\n')
        self.database("a.cpp", "b.cpp")
        self.check("--fix", expect=0)
        self.assertEqual((self.root / "shared.h").read_text().count("co_await"), 2)
        self.check(expect=0)

    def test_what_has_no_fix_stays(self) -> None:
        self.write("bad.cpp", BAD.replace("Task<void> run() {", "void plain() { step(); }\n"
                                                                "Task<void> run() {"))
        self.database("bad.cpp")
        findings = self.report("--fix", expect=1)["findings"]
        self.assertEqual([finding["fixed"] for finding in findings], [False, True])

    def test_not_in_a_unit_with_errors(self) -> None:
        self.write("bad.cpp", BAD + "int broken = ;\n")
        self.database("bad.cpp")
        before = self.files()
        self.check("--fix", expect=3)
        self.assertEqual(self.files(), before)

    def test_keeps_permissions_line_ends_and_links(self) -> None:
        real = self.write("real.cpp", "")
        real.write_bytes(BAD.replace("\n", "\r\n").encode())
        os.chmod(real, 0o750)
        (self.root / "link.cpp").symlink_to("real.cpp")
        self.database("link.cpp")
        self.check("--fix", expect=0)
        self.assertEqual(real.read_bytes(), FIXED.replace("\n", "\r\n").encode())
        self.assertEqual(real.stat().st_mode & 0o777, 0o750)
        self.assertTrue((self.root / "link.cpp").is_symlink())

    def test_style_of_the_configuration(self) -> None:
        long = "a_name_that_is_long_enough_to_make_the_line_reach_its_very_end_now_ok"
        self.write("bad.cpp", BAD.replace("step", long))
        self.write(".clang-tidy", "FormatStyle: '{BasedOnStyle: LLVM, ColumnLimit: 80}'\n")
        self.database("bad.cpp")
        self.check("--fix", expect=0)
        self.assertIn(f"co_await {long}();", (self.root / "bad.cpp").read_text())


if __name__ == "__main__":
    unittest.main()
