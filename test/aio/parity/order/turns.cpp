// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  std::function<void(int)> nest = [&](int level) {
    trace("level", level);
    if (level < 3)
      loop.call_soon([&nest, level] { nest(level + 1); });
  };
  loop.call_later(0, [] { trace("call_later 0"); });
  loop.call_soon([&] { nest(1); });
  loop.call_soon([] { trace("beside level 1"); });
  for (int turn = 0; turn < 4; ++turn) {
    trace("turn", turn);
    co_await aio::sleep(0);
  }
}

int main() { aio::run(program()); }
