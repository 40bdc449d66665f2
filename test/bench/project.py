# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A generated project of small translation units that include the usual."""

from __future__ import annotations

import json
from pathlib import Path

HEADER = """#pragma once
#include <coroutine>
#include <string>
#include <vector>

struct Job {
  struct promise_type {
    Job get_return_object();
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void();
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

Job send(std::string line);
"""

SOURCE = """#include "job.h"

Job step{0}(std::vector<std::string> lines) {{
  for (const std::string &line : lines)
    co_await send(line + "{0}");
  {1}send("done");
}}
"""

FORGOTTEN_EVERY = 10


def write(folder: Path, units: int) -> None:
    """Writes sources and their compile database; some of the sources have a finding."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "job.h").write_text(HEADER)
    commands = []
    for number in range(units):
        name = f"step{number}.cpp"
        awaited = "" if number % FORGOTTEN_EVERY == 0 else "co_await "
        (folder / name).write_text(SOURCE.format(number, awaited))
        commands.append({"directory": str(folder), "file": name,
                         "arguments": ["clang++-19", "-std=c++20", "-c", name]})
    (folder / "compile_commands.json").write_text(json.dumps(commands, indent=1))
