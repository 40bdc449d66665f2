#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Speaks LSP to asynctidy-clangd, the program that the environment variable ASYNCTIDY_CLANGD names,
as an editor does: with no flags, and no configuration but the project's."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from lsp_client import Client, apply

CLANGD = os.environ.get("ASYNCTIDY_CLANGD")

TASK = """\
#include <coroutine>
#include <stddef.h>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};
"""

DROPPED = TASK + """\
Task fetch() { co_return; }
Task run() {
  fetch();
  co_await fetch();
}
"""

CLEAN = TASK + """\
Task fetch() { co_return; }
Task run() { co_await fetch(); }
"""

# Only the bodies of its functions say that it is lazy, and that its destructor drops the work.
OWNING_TASK = """\
#pragma once
#include <coroutine>
#include <utility>

struct Pause {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

template <typename T> class Task {
public:
  struct promise_type {
    Task get_return_object() {
      return Task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    Pause initial_suspend() noexcept { return {}; }
    Pause final_suspend() noexcept { return {}; }
    void return_value(T result) { value = result; }
    void unhandled_exception() { throw; }
    T value;
  };

  Task(Task &&other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}
  ~Task() { reset(); }
  bool await_ready() const { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) { return frame_; }
  T await_resume() { return frame_.promise().value; }

private:
  explicit Task(std::coroutine_handle<promise_type> frame) : frame_(frame) {}
  void reset() {
    if (frame_)
      frame_.destroy();
  }
  std::coroutine_handle<promise_type> frame_;
};

Task<int> fetch();
"""

UNAWAITED = "async-unawaited-coroutine"


def codes(diagnostics):
    return [diagnostic.get("code") for diagnostic in diagnostics]


def line(diagnostic):
    return diagnostic["range"]["start"]["line"]


def unawaited(diagnostics):
    return [line(each) for each in diagnostics if each.get("code") == UNAWAITED]


def line_of(text, part):
    return text[:text.index(part)].count("\n")


class ClangdTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="asynctidy-clangd-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.project = self.folder / "project"
        self.project.mkdir()
        self.write("compile_flags.txt", "-std=c++20\n")
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith("CLANGD_")}
        # The user's own configuration of clangd stays out of it.
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            self.environment[name] = str(self.folder / "home")

    def write(self, name, text):
        path = self.project / name
        path.write_text(text)
        return path

    def check(self, checks):
        self.write(".clang-tidy", f"Checks: '{checks}'\n")

    def start(self, *flags):
        client = self.enterContextCompat(
            Client([CLANGD, *flags], self.project, self.environment, self.folder / "log"))
        client.initialize(self.project)
        return client

    def enterContextCompat(self, context):
        """TestCase.enterContext, which Python 3.9 lacks."""
        value = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return value

    def run_once(self, *arguments, program=CLANGD, **variables):
        return subprocess.run([program, *arguments], cwd=self.project, timeout=120, text=True,
                              env={**self.environment, **variables}, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)


class Diagnostics(ClangdTest):
    def test_fix_makes_the_diagnostic_vanish(self):
        self.check("async-*")
        path = self.write("main.cpp", DROPPED)
        client = self.start()
        client.open(path)
        diagnostics = client.diagnostics(path)
        self.assertEqual(codes(diagnostics), [UNAWAITED])
        self.assertEqual(diagnostics[0]["source"], "clang-tidy")
        self.assertEqual(line(diagnostics[0]), line_of(DROPPED, "  fetch();"))
        self.assertIn("never awaited", diagnostics[0]["message"])

        actions = [action for action in client.fixes(path, diagnostics[0])
                   if action["kind"] == "quickfix"]
        self.assertEqual(len(actions), 1, actions)
        self.assertEqual(codes(actions[0]["diagnostics"]), [UNAWAITED])
        fixed = apply(DROPPED, actions[0]["edit"]["changes"][path.as_uri()])
        self.assertEqual(fixed, DROPPED.replace("  fetch();", "  co_await fetch();"))

        client.change(path, fixed, version=2)
        self.assertEqual(client.diagnostics(path, version=2), [])
        self.assertEqual(client.finish(), 0)

    def test_notes_are_related_information(self):
        self.check("async-*")
        text = TASK + "Task fetch() { co_return; }\nvoid plain() {\n  fetch();\n}\n"
        path = self.write("main.cpp", text)
        client = self.start()
        client.open(path)
        diagnostics = client.diagnostics(path)
        self.assertEqual(codes(diagnostics), [UNAWAITED])
        related = diagnostics[0]["relatedInformation"]
        self.assertTrue(related)
        for note in related:
            self.assertEqual(note["location"]["uri"], path.as_uri())
        self.assertEqual(client.fixes(path, diagnostics[0]), [])

    def test_silent_without_configuration(self):
        path = self.write("main.cpp", DROPPED + "int *nothing = 1;\n")
        client = self.start()
        client.open(path)
        self.assertEqual(codes(client.diagnostics(path)), ["init_conversion_failed"])

    def test_configured_in_dot_clangd(self):
        self.write(".clangd", "Diagnostics:\n  ClangTidy:\n    Add: async-*\n")
        path = self.write("main.cpp", DROPPED)
        client = self.start()
        client.open(path)
        self.assertEqual(codes(client.diagnostics(path)), [UNAWAITED])
        # clangd warns about checks in there that it would not run.
        configuration = self.project / ".clangd"
        self.assertEqual(client.diagnostics(configuration, version=None), [])

    def test_removed_in_dot_clangd(self):
        self.check("async-*")
        self.write(".clangd", "Diagnostics:\n  ClangTidy:\n    Remove: async-unawaited-coroutine\n")
        path = self.write("main.cpp", DROPPED + "int *nothing = 1;\n")
        client = self.start()
        client.open(path)
        self.assertEqual(codes(client.diagnostics(path)), ["init_conversion_failed"])

    def test_nolint(self):
        self.check("async-*")
        text = DROPPED.replace("  fetch();", f"  fetch(); // NOLINT({UNAWAITED})")
        path = self.write("main.cpp", text)
        client = self.start()
        client.open(path)
        self.assertEqual(client.diagnostics(path), [])

    def test_checks_of_clang_tidy_still_work(self):
        # misc-const-correctness is one of those that clangd leaves out for being slow.
        self.check("async-*,bugprone-integer-division,misc-const-correctness")
        text = DROPPED + "double half() {\n  int number = 3;\n  return number / 2;\n}\n"
        path = self.write("main.cpp", text)
        client = self.start()
        client.open(path)
        self.assertEqual(sorted(codes(client.diagnostics(path))),
                         [UNAWAITED, "bugprone-integer-division"])

    def test_task_type_of_a_header(self):
        """What its functions do is known there too, though clangd leaves out bodies in headers."""
        self.check("async-*")
        main = '#include <task.h>\nTask<int> run() {\n  fetch();\n  co_return 1;\n}\n'
        headers = self.project / "include"
        headers.mkdir()
        (headers / "task.h").write_text(OWNING_TASK)
        for flag in ("-I", "-isystem"):
            with self.subTest(flag=flag):
                self.write("compile_flags.txt", f"-std=c++20\n{flag}{headers}\n")
                path = self.write("main.cpp", main)
                client = self.start()
                client.open(path)
                diagnostics = client.diagnostics(path)
                self.assertEqual(codes(diagnostics), [UNAWAITED])
                self.assertEqual(unawaited(diagnostics), [2])
                self.assertEqual(client.finish(), 0)


class Typing(ClangdTest):
    """Documents change, and are mostly broken while they do."""

    def setUp(self):
        super().setUp()
        self.check("async-*")

    def test_prefixes_of_a_document(self):
        path = self.write("main.cpp", DROPPED)
        client = self.start()
        begin = DROPPED.index("Task fetch")
        client.open(path, DROPPED[:begin])
        self.assertEqual(client.diagnostics(path), [])
        version = 1
        for end in range(begin + 1, len(DROPPED), 5):
            version += 1
            client.change(path, DROPPED[:end], version)
            client.diagnostics(path, version)
        version += 1
        client.change(path, DROPPED, version)
        self.assertEqual(codes(client.diagnostics(path, version)), [UNAWAITED])
        self.assertEqual(client.finish(), 0)

    def test_broken_and_repaired(self):
        path = self.write("main.cpp", DROPPED)
        client = self.start()
        client.open(path)
        self.assertEqual(codes(client.diagnostics(path)), [UNAWAITED])
        broken = [
            DROPPED.replace("  fetch();", "  fetch(;"),
            DROPPED.replace("  fetch();", "  fetch().;"),
            DROPPED.replace("  fetch();", "  co_await ;"),
            DROPPED.replace("  fetch();", "  auto lambda = [&]() -> Task { co_await fetch("),
            DROPPED.replace("Task fetch()", "template <typename T> Task fetch("),
            DROPPED.replace("struct promise_type", "struct promise_typ"),
            DROPPED.replace("#include <coroutine>", "#include <corout"),
            DROPPED.replace("#include <coroutine>", ""),
            TASK,
            "",
        ]
        version = 1
        for text in broken:
            for state in (text, DROPPED):
                version += 1
                client.change(path, state, version)
                client.diagnostics(
                    path, version,
                    until=lambda found, state=state: (
                        state != DROPPED or codes(found) == [UNAWAITED]))
        self.assertEqual(client.finish(), 0)

    def test_changed_preamble(self):
        path = self.write("main.cpp", DROPPED)
        client = self.start()
        client.open(path)
        client.diagnostics(path)
        text = "// A comment.\n#include <utility>\n" + DROPPED
        client.change(path, text, version=2)
        expected = [line_of(text, "  fetch();")]
        client.diagnostics(path, version=2, until=lambda found: unawaited(found) == expected)

    def test_several_documents(self):
        client = self.start()
        paths = []
        for number in range(6):
            path = self.write(f"{number}.cpp", CLEAN if number % 2 else DROPPED)
            client.open(path)
            paths.append(path)
        for version in range(2, 5):
            for number, path in enumerate(paths):
                client.change(path, DROPPED if (number + version) % 2 else CLEAN, version)
        for version in range(2, 5):
            for number, path in enumerate(paths):
                self.assertEqual(codes(client.diagnostics(path, version)),
                                 [UNAWAITED] if (number + version) % 2 else [])
        self.assertEqual(client.finish(), 0)


class CommandLine(ClangdTest):
    def test_version(self):
        done = self.run_once("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"clangd version \d+")

    def test_check(self):
        self.write(".clang-tidy", "Checks: 'async-*'\nWarningsAsErrors: 'async-*'\n")
        self.write("main.cpp", DROPPED)
        done = self.run_once("--check=main.cpp")
        self.assertIn(f"[{UNAWAITED}]", done.stderr)
        self.write("main.cpp", CLEAN)
        done = self.run_once("--check=main.cpp")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_resource_directory_beside_the_program(self):
        self.write("main.cpp", CLEAN)
        program = self.folder / "installed" / "bin" / "asynctidy-clangd"
        program.parent.mkdir(parents=True)
        shutil.copy(CLANGD, program)
        for place in ("lib/llvm-19/lib/clang/19", "lib/clang/19"):
            directory = self.folder / "installed" / place
            (directory / "include").mkdir(parents=True)
            (directory / "include" / "stddef.h").touch()
            done = self.run_once("--check=main.cpp", program=program)
            self.assertIn(f"-resource-dir={directory}", done.stderr)

    def test_resource_directory_of_the_user(self):
        """The user's choice stands, wherever it was made; twice would be an error."""
        self.write("main.cpp", CLEAN)
        (self.project / "flags").write_text("--resource-dir=/of/the/user")
        for arguments, variables in [
            (["--resource-dir=/of/the/user"], {}),
            (["-resource-dir", "/of/the/user"], {}),
            (["@flags"], {}),
            ([], {"CLANGD_FLAGS": "--resource-dir=/of/the/user"}),
        ]:
            with self.subTest(arguments=arguments, variables=variables):
                done = self.run_once("--check=main.cpp", *arguments, **variables)
                self.assertIn("-resource-dir=/of/the/user", done.stderr)
                self.assertNotIn("may only occur", done.stderr)


if __name__ == "__main__":
    if not CLANGD:
        raise SystemExit("set ASYNCTIDY_CLANGD to the path of asynctidy-clangd")
    unittest.main()
