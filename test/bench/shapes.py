# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Generated translation units that are as bad as code gets for an analysis along paths: work is
started, conditions ask again, and something is left to do all the time."""

from __future__ import annotations

from typing import Callable

HEADER = """#include <coroutine>
struct [[clang::annotate("asynctidy::must_close")]] File {
  File(int); File(File &&); ~File();
  [[clang::annotate("asynctidy::closes")]] void close();
};
struct Job {
  struct promise_type {
    Job get_return_object();
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void();
    void unhandled_exception();
  };
  Job(Job &&);
  ~Job();
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
Job send(int);
bool ask(int);

"""

# Ten lines; the job and the file are used on one way each.
STEP = """  Job job{0} = send({0});
  File file{0}({0});
  if (a > {0})
    co_await send({0});
  if (b == {0}) {{
    co_await job{0};
    file{0}.close();
    co_return;
  }}
  co_await job{0}; file{0}.close();
"""


def one_long(lines: int) -> str:
    steps = "".join(STEP.format(number) for number in range(lines // 10))
    return f"{HEADER}Job longest(int a, int b) {{\n{steps}  co_return;\n}}\n"


def many_small(count: int) -> str:
    return HEADER + "".join(
        f"Job small{number}(int a, int b) {{\n{STEP.format(number)}}}\n" for number in range(count))


def nested(depth: int) -> str:
    """Blocks within blocks: if, loop and try by turns, all with something to do at their end."""
    opened = closed = ""
    heads = ("if (ask({0})) {{", "while (ask({0})) {{", "try {{")
    for level in range(depth):
        head = heads[level % len(heads)].format(level)
        opened += f"{head}\nJob job{level} = send({level});\n"
        tail = " catch (...) { throw; }" if level % len(heads) == 2 else ""
        closed = f"if (a == {level})\nco_await job{level};\nelse\nco_await job{level};\n}}{tail}\n" + closed
    return f"{HEADER}Job deepest(int a) {{\n{opened}{closed}}}\n"


# What grows, how a unit of a size is made, and the sizes.
SHAPES: "dict[str, tuple[Callable[[int], str], tuple[int, ...]]]" = {
    "lines of one coroutine": (one_long, (1250, 2500, 5000)),
    "small coroutines": (many_small, (500, 1000, 2000)),
    "nested blocks": (nested, (50, 100, 200)),
}
