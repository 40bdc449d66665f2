// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  try {
    co_await aio::create_subprocess_exec({"/nonexistent/program"});
  } catch (const aio::FileNotFoundError &error) {
    trace("not found", dynamic_cast<const aio::OSError *>(&error) != nullptr);
  }
  auto process = co_await aio::create_subprocess_exec({"sleep", "60"});
  try {
    co_await aio::wait_for(process.wait(), 0.005);
  } catch (const aio::TimeoutError &) {
    trace("timeout", process.returncode());
  }
  process.kill();
  trace(co_await process.wait());
}

int main() { aio::run(program()); }
