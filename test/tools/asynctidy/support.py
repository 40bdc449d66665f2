# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A throw-away project in a temporary directory, and asynctidy run in it."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ASYNCTIDY = os.environ["ASYNCTIDY"]
SOURCE_DIR = Path(os.environ["SOURCE_DIR"])

# A lazy task as every project has one; no library, no standard header that is slow to parse.
TASK = """\
#pragma once
#include <coroutine>

template <typename T> struct Task;

template <> struct [[nodiscard]] Task<void> {
  struct promise_type {
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
  Task(std::coroutine_handle<promise_type> h) : handle(h) {}
  Task(Task &&other) : handle(other.handle) { other.handle = nullptr; }
  ~Task() { if (handle) handle.destroy(); }
  bool await_ready() { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) { return handle; }
  void await_resume() {}
};
"""

# One finding: the coroutine on line 6.
BAD = """\
#include "task.h"

Task<void> step();

Task<void> run() {
  step();
  co_await step();
}
"""

GOOD = """\
#include "task.h"

Task<void> step();

Task<void> run() { co_await step(); }
"""

UNAWAITED = "async-unawaited-coroutine"
FLAGS = ["-std=c++20"]


class ProjectTest(unittest.TestCase):
    """Each test has a project of its own, with task.h in it."""

    maxDiff = None

    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.root = Path(directory.name).resolve()
        self.write("task.h", TASK)

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def database(self, *files: str, directory: str = ".", flags: "list[str]" = FLAGS) -> None:
        """Writes a compile database for the files."""
        entries = [{"directory": str(self.root), "file": str(self.root / file),
                    "arguments": ["c++", *flags, f"-I{self.root}", "-c", str(self.root / file),
                                  "-o", f"{file}.o"]} for file in files]
        self.write(f"{directory}/compile_commands.json", json.dumps(entries))

    def bad_project(self) -> None:
        """One file with one finding, and its database."""
        self.write("bad.cpp", BAD)
        self.database("bad.cpp")

    def asynctidy(self, *arguments: str, expect: int) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run([ASYNCTIDY, *arguments], cwd=self.root, capture_output=True,
                              text=True, timeout=300)
        self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def check(self, *arguments: str, expect: int) -> "subprocess.CompletedProcess[str]":
        return self.asynctidy("check", *arguments, expect=expect)

    def report(self, *arguments: str, expect: int = 1) -> dict:
        """The JSON report of a run."""
        return json.loads(self.check("--format=json", *arguments, expect=expect).stdout)

    def checks_found(self, *arguments: str) -> "list[str]":
        done = self.check("--format=json", *arguments,
                          expect=0 if "expect_none" in arguments else 1)
        return [finding["check"] for finding in json.loads(done.stdout)["findings"]]

    def files(self) -> "dict[str, str]":
        """Everything in the project."""
        return {str(path.relative_to(self.root)): path.read_text()
                for path in sorted(self.root.rglob("*")) if path.is_file()}
