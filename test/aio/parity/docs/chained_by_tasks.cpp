// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> create() {
  co_await aio::sleep(0.02);
  trace("(1) create file");
}

aio::Coroutine<void> write() {
  co_await aio::sleep(0.01);
  trace("(2) write into file");
}

aio::Coroutine<void> close() {
  trace("(3) close file");
  co_return;
}

aio::Coroutine<void> test(aio::EventLoop &loop) {
  co_await aio::ensure_future(create());
  co_await aio::ensure_future(write());
  co_await aio::ensure_future(close());
  co_await aio::sleep(0.01);
  loop.stop();
}

int main() {
  aio::EventLoop loop;
  loop.create_task(test(loop));
  loop.run_forever();
  trace("end");
  loop.close();
}
