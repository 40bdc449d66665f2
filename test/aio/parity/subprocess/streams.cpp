// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto process = co_await aio::create_subprocess_shell(
      "while read line; do echo \"<$line>\"; done",
      {.stdin_ = aio::subprocess::pipe, .stdout_ = aio::subprocess::pipe});
  for (const char *line : {"one\n", "two\n"}) {
    process.stdin_stream().write(line);
    co_await process.stdin_stream().drain();
    trace(co_await process.stdout_stream().readline());
  }
  process.stdin_stream().close();
  const auto rest = co_await process.stdout_stream().read();
  trace(rest, process.stdout_stream().at_eof());
  trace(co_await process.wait());
}

int main() { aio::run(program()); }
