// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> test() {
  trace("never scheduled");
  co_return;
}

aio::Coroutine<void> program() {
  test();
  trace("main ends");
  co_return;
}

int main() { aio::run(program()); }
