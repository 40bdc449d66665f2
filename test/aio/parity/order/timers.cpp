// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto done = loop.create_future();
  const double now = loop.time();
  loop.call_at(now + 0.004, [&] { done.set_result(); });
  loop.call_at(now + 0.003, [] { trace("third"); });
  loop.call_at(now + 0.001, [] { trace("first"); });
  loop.call_at(now + 0.002, [] { trace("second"); });
  loop.call_at(now - 1, [] { trace("overdue"); });
  auto handle = loop.call_later(0.001, [] { trace("later", "cancelled"); });
  trace("when", handle.when() > now, handle.cancelled());
  handle.cancel();
  handle.cancel();
  trace("cancelled", handle.cancelled());
  co_await done;
  trace("late", loop.time() >= now + 0.004);
}

int main() { aio::run(program()); }
