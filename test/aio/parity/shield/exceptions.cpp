// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> bug(const char *name) {
  co_await aio::sleep(0);
  throw ValueError(name);
}

aio::Coroutine<void> program() {
  try {
    co_await aio::shield(bug("seen"));
  } catch (const ValueError &error) {
    trace(error);
  }
  auto outer = aio::shield(bug("unseen"));
  outer.cancel("why");
  try {
    co_await outer;
  } catch (const aio::CancelledError &error) {
    trace(error);
  }
  for (int turn = 0; turn < 3; ++turn)
    co_await aio::sleep(0);
  trace("end");
}

int main() { aio::run(program()); }
