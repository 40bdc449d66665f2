// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> nothing() {
  trace("runs");
  co_return;
}

int main() {
  {
    aio::EventLoop loop;
    loop.run_until_complete(nothing());
  }
  trace("end");
}
