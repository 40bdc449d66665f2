// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

namespace subprocess = aio::subprocess;

aio::Coroutine<void> program() {
  {
    auto process = co_await aio::create_subprocess_exec(
        {"cat"}, {.stdin_ = subprocess::pipe, .stdout_ = subprocess::pipe});
    trace("running", process.returncode());
    const auto [out, err] = co_await process.communicate("through cat");
    trace(out, err.empty(), process.returncode());
  }
  {
    auto process = co_await aio::create_subprocess_shell(
        "echo out; echo err >&2; exit 3",
        {.stdout_ = subprocess::pipe, .stderr_ = subprocess::pipe});
    const auto [out, err] = co_await process.communicate();
    trace(out, err, process.returncode());
  }
  auto process = co_await aio::create_subprocess_shell(
      "echo err >&2; echo out",
      {.stdin_ = subprocess::devnull, .stdout_ = subprocess::pipe, .stderr_ = subprocess::stdout_});
  const auto [out, err] = co_await process.communicate();
  trace(out, co_await process.wait());
}

int main() { aio::run(program()); }
