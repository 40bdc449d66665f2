# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What is found, where, and what keeps it from being reported."""

import json
import os
import re
import unittest

from support import BAD, FLAGS, GOOD, TASK, UNAWAITED, ProjectTest

HEADER = """\
#pragma once
#include "task.h"

Task<void> step();

inline Task<void> shared() {
  step();
  co_return;
}
"""


class Text(ProjectTest):
    def test_as_clang_tidy_prints_it(self) -> None:
        self.bad_project()
        lines = self.check("bad.cpp", expect=1).stdout.splitlines()
        self.assertRegex(lines[0], rf"^{re.escape(str(self.root))}/bad\.cpp:6:3: warning: "
                                   rf".*never runs \[{UNAWAITED}\]$")
        self.assertEqual(lines[1], "    6 |   step();")
        self.assertRegex(lines[2], r"^      \|   \^")
        self.assertEqual(lines[3].rstrip(), "      |   co_await")

    def test_nothing_found(self) -> None:
        self.write("good.cpp", GOOD)
        self.database("good.cpp")
        done = self.check("good.cpp", expect=0)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr, "asynctidy: 0 findings; looked at 1 translation unit\n")

    def test_quiet(self) -> None:
        self.bad_project()
        self.assertEqual(self.check("-q", expect=1).stderr, "")

    def test_statistics_on_request(self) -> None:
        self.bad_project()
        self.assertNotIn("functions", self.check(expect=1).stderr)
        self.assertRegex(self.check("--stats", expect=1).stderr,
                         r"asynctidy: \d+ functions?; followed the ways through \d+, gave up on 0 ")

    def test_no_progress_and_no_colour_in_a_pipe(self) -> None:
        self.bad_project()
        done = self.check(expect=1)
        self.assertNotIn("\033", done.stdout + done.stderr)
        self.assertNotIn("[1/1]", done.stderr)

    def test_colour_on_request(self) -> None:
        self.bad_project()
        self.assertIn("\033[", self.check("--color", expect=1).stdout)
        self.assertIn("\033[", self.check("--color=always", expect=1).stdout)
        self.assertNotIn("\033[", self.check("--color=never", expect=1).stdout)


class Files(ProjectTest):
    def test_flags_after_dashes(self) -> None:
        self.write("src/bad.cpp", BAD)
        self.check("src/bad.cpp", "--", f"-I{self.root}", "-std=c++20", expect=1)

    def test_flags_need_no_standard(self) -> None:
        self.write("bad.cpp", BAD)
        self.check("bad.cpp", "--", expect=1)

    def test_all_files_of_the_database(self) -> None:
        self.write("a.cpp", BAD)
        self.write("b/b.cpp", BAD)
        self.database("a.cpp", "b/b.cpp")
        files = [finding["file"] for finding in self.report()["findings"]]
        self.assertEqual(files, ["a.cpp", "b/b.cpp"])

    def test_files_below_a_directory(self) -> None:
        self.write("a.cpp", BAD)
        self.write("b/b.cpp", BAD)
        self.database("a.cpp", "b/b.cpp", directory="build")
        report = self.report("b")
        self.assertEqual([finding["file"] for finding in report["findings"]], ["b/b.cpp"])
        self.assertEqual(report["units"], 1)

    def test_database_of_a_build_directory(self) -> None:
        self.write("bad.cpp", BAD)
        for directory in ("build", "build-debug", "build/debug"):
            with self.subTest(directory):
                self.database("bad.cpp", directory=directory)
                self.check("bad.cpp", expect=1)
                (self.root / directory / "compile_commands.json").unlink()

    def test_newest_of_several_databases(self) -> None:
        self.write("bad.cpp", BAD)
        self.database("bad.cpp", directory="build-new")
        self.database("bad.cpp", directory="build-old", flags=["-std=c++20", "-DOLD"])
        os.utime(self.root / "build-old/compile_commands.json", (1, 1))
        done = self.check("bad.cpp", expect=1)
        self.assertIn("build-new, the newest of 2; -p DIR chooses another", done.stderr)

    def test_named_database(self) -> None:
        self.write("bad.cpp", BAD)
        self.database("bad.cpp", directory="out/x")
        self.check("-p", "out/x", expect=1)
        self.check("-p=out/x/compile_commands.json", "bad.cpp", expect=1)

    def test_what_is_no_cxx_is_left_out(self) -> None:
        self.write("bad.cpp", BAD)
        self.write("plain.c", "int class;\n")
        self.write("compile_commands.json", json.dumps(
            [{"directory": str(self.root), "file": name, "command": f"{compiler} -c {name}"}
             for name, compiler in (("bad.cpp", "c++ -std=c++20"), ("plain.c", "cc"))]))
        self.assertEqual(self.report()["units"], 1)

    def test_old_language_is_left_out_and_said(self) -> None:
        self.write("bad.cpp", BAD)
        self.database("bad.cpp", flags=["-std=c++17"])
        done = self.check(expect=0)
        self.assertIn("not at 1 compiled as older than C++20", done.stderr)

    def test_compiled_in_two_ways(self) -> None:
        self.write("bad.cpp", BAD.replace("Task<void> run() {\n",
                                          "Task<void> run() {\n#ifdef TWICE\n  step();\n#endif\n"))
        entries = [{"directory": str(self.root), "file": "bad.cpp",
                    "arguments": ["c++", *FLAGS, *more, "-c", "bad.cpp"]}
                   for more in ([], ["-DTWICE"])]
        self.write("compile_commands.json", json.dumps(entries))
        self.assertEqual(len(self.report()["findings"]), 2)

    def test_flags_of_gcc_and_output_files(self) -> None:
        self.write("bad.cpp", BAD)
        self.database("bad.cpp", flags=["-std=c++20", "-Wduplicated-cond", "-fno-gcse", "-Werror",
                                        "-Wall", "-MD", "-MF", "bad.d", "-fconcepts",
                                        "-fmodules-ts", "-fmodule-mapper=bad.modmap",
                                        "-fdeps-format=p1689r5", "@bad.cpp.o.modmap"])
        before = set(self.files())
        self.check(expect=1)
        self.assertEqual(set(self.files()), before)


    def test_precompiled_header_of_cmake(self) -> None:
        # One that another compiler wrote, or nobody yet.
        self.write("pch.hxx", '#include "task.h"\n')
        self.write("bad.cpp", BAD.replace('#include "task.h"', ""))
        clang = [word for flag in ("-include-pch", "pch.hxx.pch", "-include", "pch.hxx")
                 for word in ("-Xclang", flag)]
        self.database("bad.cpp", flags=["-std=c++20", *clang])
        self.check(expect=1)


class Headers(ProjectTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("include/shared.h", HEADER)
        for name in ("a.cpp", "b.cpp", "sub/c.cpp"):
            self.write(name, '#include "shared.h"\n')
        self.database("a.cpp", "b.cpp", "sub/c.cpp",
                      flags=["-std=c++20", f"-I{self.root}/include"])

    def test_reported_once(self) -> None:
        findings = self.report()["findings"]
        self.assertEqual([finding["file"] for finding in findings], ["include/shared.h"])

    def test_included_twice_by_one_file(self) -> None:
        """A list of things to generate has no include guard."""
        self.write("include/list.inc", "inline Task<void> NAME() {\n  step();\n  co_return;\n}\n")
        self.write("a.cpp", '#include "task.h"\nTask<void> step();\n'
                            '#define NAME first\n#include "list.inc"\n#undef NAME\n'
                            '#define NAME second\n#include "list.inc"\n')
        findings = self.report("a.cpp")["findings"]
        self.assertEqual([(finding["file"], finding["range"]["start"]["line"])
                          for finding in findings],
                         [("include/list.inc", 2)])

    def test_reported_once_whatever_the_way_to_it(self) -> None:
        (self.root / "link").symlink_to(self.root / "include")
        self.write("b.cpp", '#include "sub/../include/shared.h"\n')
        self.write("sub/c.cpp", '#include "../link/shared.h"\n')
        self.assertEqual(len(self.report()["findings"]), 1)

    def test_header_filter(self) -> None:
        self.assertEqual(self.report("--header-filter=other", expect=0)["findings"], [])
        self.assertEqual(len(self.report("--header-filter=include/.*")["findings"]), 1)

    def test_header_filter_of_the_configuration(self) -> None:
        self.write(".clang-tidy", "HeaderFilterRegex: other\n")
        self.check(expect=0)

    def test_system_headers_never(self) -> None:
        self.database("a.cpp", flags=["-std=c++20", "-isystem", f"{self.root}/include"])
        self.check(expect=0)


class Silencing(ProjectTest):
    def silenced(self, text: str, expect: int) -> None:
        self.write("bad.cpp", text)
        self.database("bad.cpp")
        self.check(expect=expect)

    def test_nolint(self) -> None:
        self.silenced(BAD.replace("  step();", "  step(); // NOLINT", 1), 0)
        self.silenced(BAD.replace("  step();", f"  step(); // NOLINT({UNAWAITED})", 1), 0)
        self.silenced(BAD.replace("  step();", "  // NOLINTNEXTLINE(async-*)\n  step();", 1), 0)

    def test_nolint_of_another_check(self) -> None:
        self.silenced(BAD.replace("  step();", "  step(); // NOLINT(bugprone-*)", 1), 1)

    def test_nolint_block(self) -> None:
        self.silenced("// NOLINTBEGIN(async-*)\n" + BAD + "// NOLINTEND(async-*)\n", 0)


class Determinism(ProjectTest):
    def test_number_of_threads(self) -> None:
        names = [f"file{i}.cpp" for i in range(6)]
        for i, name in enumerate(names):
            self.write(name, BAD if i % 2 else GOOD)
        self.write("broken.cpp", '#include "missing.h"\n')
        self.database(*names, "broken.cpp")
        for form in ("text", "json", "sarif"):
            with self.subTest(form):
                one = self.check("-j1", f"--format={form}", expect=3)
                two = self.check("-j2", f"--format={form}", expect=3)
                self.assertEqual(one.stdout, two.stdout)
                self.assertEqual(one.stderr, two.stderr)


class Bodies(ProjectTest):
    """Bodies in system headers are skipped; the findings do not depend on it."""

    # A library whose callee only its skipped body instantiates.
    LIBRARY = """\
#pragma once
#include "task.h"
namespace lib {
template <typename Handler> void apply(Handler handler) { handler(1); }
struct Promise;
struct Owned {
  using promise_type = Promise;
  Promise *promise;
  ~Owned();
};
struct Awaiter {
  bool ready;
  bool await_ready() const noexcept { return ready; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  void await_resume() noexcept {}
};
struct Promise {
  Owned get_return_object() { return make(); }
  Owned make() { return {this}; }
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void return_void() {}
  void unhandled_exception() { keep(); }
  void keep() {}
  void free() { std::coroutine_handle<Promise>::from_promise(*this).destroy(); }
};
inline Owned::~Owned() { promise->free(); }
struct Always {
  explicit operator bool() const { return true; }
};
}
"""

    def both(self, text: str, found: int) -> None:
        self.write("system/task.h", TASK)
        self.write("system/lib.h", self.LIBRARY)
        self.write("a.cpp", '#include "lib.h"\n' + text)
        arguments = ["a.cpp", "--format=json", "--", f"-isystem{self.root}/system"]
        expect = 1 if found else 0
        with_bodies = self.check("--no-skip-bodies", *arguments, expect=expect).stdout
        self.assertEqual(self.check(*arguments, expect=expect).stdout, with_bodies)
        self.assertEqual(len(json.loads(with_bodies)["findings"]), found, with_bodies)

    def test_structure_of_a_library(self) -> None:
        self.both("lib::Owned step();\nTask<void> run() {\n  step();\n  co_return;\n}\n", 1)

    def test_conversion_that_gives_one_answer(self) -> None:
        self.both("Task<void> step();\nTask<void> run() {\n  Task<void> kept = step();\n"
                  "  if (lib::Always always{})\n    co_await kept;\n}\n", 0)

    def test_generic_lambda_that_the_library_calls(self) -> None:
        self.both("Task<void> step(int);\nTask<void> run() {\n"
                  "  lib::apply([](auto value) { step(value); });\n  co_return;\n}\n", 1)

    def test_call_operator_that_the_library_calls(self) -> None:
        self.both("Task<void> step(int);\ntemplate <typename T> struct Then {\n"
                  "  void operator()(T value) { step(value); }\n};\n"
                  "void run() { lib::apply(Then<int>()); }\n", 1)


if __name__ == "__main__":
    unittest.main()
