// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

void fails(const char *text) { throw ValueError(text); }

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  loop.call_soon([] { fails("soon"); });
  loop.call_later(0, [] { fails("later"); });
  loop.call_soon_threadsafe([] { fails("threadsafe"); });
  loop.call_soon([] { trace("behind"); });
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  trace("end");
}

int main() { aio::run(program()); }
