// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> bug() {
  throw Exception("not consumed");
  co_return;
}

aio::Coroutine<void> handle_exception() {
  try {
    co_await bug();
  } catch (const Exception &) {
    trace("exception consumed");
  }
}

int main() {
  aio::EventLoop loop;
  loop.create_task(handle_exception());
  loop.call_later(0.01, [&] { loop.stop(); });
  loop.run_forever();
  loop.close();
}
