// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <future>

std::promise<void> go_on;

std::string blocking_io() {
  go_on.get_future().wait();
  trace("blocking call ends");
  return "result";
}

aio::Coroutine<void> ticks() {
  for (int tick = 0; tick < 3; ++tick) {
    trace("tick", tick);
    co_await aio::sleep(0);
  }
  go_on.set_value();
}

aio::Coroutine<void> program() {
  const auto results = co_await aio::gather(aio::to_thread(blocking_io), ticks());
  trace(std::get<0>(results));
}

int main() { aio::run(program()); }
