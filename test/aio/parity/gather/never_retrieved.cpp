// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> bug(const char *name) {
  throw ValueError(name);
  co_return;
}

aio::Coroutine<void> program() {
  aio::gather(bug("a"), bug("b"));
  for (int turn = 0; turn < 4; ++turn)
    co_await aio::sleep(0);
  trace("end");
}

int main() { aio::run(program()); }
