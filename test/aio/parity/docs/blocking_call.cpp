// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// slow reports count

aio::Coroutine<void> blocks() {
  trace("blocks");
  std::this_thread::sleep_for(std::chrono::milliseconds(120));
  trace("goes on");
  co_return;
}

aio::Coroutine<void> ticks() {
  trace("tick");
  co_return;
}

aio::Coroutine<void> program() { co_await aio::gather(blocks(), ticks()); }

int main() { aio::run(program()); }
