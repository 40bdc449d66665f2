// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> test() {
  trace("never scheduled");
  co_return;
}

int main() {
  test();
  trace("end");
}
