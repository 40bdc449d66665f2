// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> part(std::string name, int turns, bool fails) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "ends");
  if (fails)
    throw ValueError(name);
}

aio::Coroutine<void> program() {
  auto outer = aio::gather(part("a", 3, false), part("b", 1, true), part("c", 2, true));
  outer.add_done_callback([](auto) { trace("outer done"); });
  try {
    co_await outer;
  } catch (const ValueError &error) {
    trace("main sees", error);
  }
  for (int turn = 0; turn < 5; ++turn)
    co_await aio::sleep(0);
  trace("end");
}

int main() { aio::run(program()); }
