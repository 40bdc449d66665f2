// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <functional>
#include <stdexcept>

aio::Coroutine<int> slow(aio::EventLoop &loop) {
  auto future = loop.create_future<int>();
  loop.call_later(0.01, [future] {
    if (!future.done())
      future.set_result(1);
  });
  co_return co_await future;
}

void soon(aio::EventLoop &loop, aio::Future<int> future, std::function<void()> work) {
  loop.call_soon([future] {
    if (future.cancelled())
      return;
    future.set_result(1);
  });
  loop.call_soon([future] {
    try {
      future.set_result(1);
    } catch (const aio::InvalidStateError &) {
    }
  });
  loop.call_soon([future] { future.cancel(); });
  loop.call_soon(work);
  // Called at once, so nothing happens between.
  auto now = [future] { future.set_result(1); };
  now();
}

void ofItsOwn(aio::EventLoop &loop) {
  loop.call_soon([&loop] {
    auto future = loop.create_future<int>();
    future.set_result(1);
  });
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto task = aio::create_task(slow(loop));
  co_await aio::sleep(0);
  task.cancel();
  co_await aio::sleep(0.02);
}

int main() { aio::run(program()); }
