// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: A coroutine that a call refuses dies in that call
// both: + ! RuntimeWarning: coroutine 'inner' was never awaited
// both: - ! RuntimeWarning: coroutine 'inner' was never awaited

aio::Coroutine<void> inner() {
  trace("never");
  co_return;
}

aio::Coroutine<void> program() {
  try {
    aio::run(inner());
  } catch (const aio::RuntimeError &) {
    trace("refused");
  }
  co_return;
}

int main() { aio::run(program()); }
