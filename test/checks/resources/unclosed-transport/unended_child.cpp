// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: is still running
#include <aio/net.h>
#include <aio/aio.h>

aio::Coroutine<void> program() {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "20"}); // expect: async-unclosed-transport: 'child' is not closed on every way
  try {
    co_await aio::wait_for(child.wait(), 0.02);
  } catch (const aio::TimeoutError &) {
  }
}

int main() { aio::run(program()); }
