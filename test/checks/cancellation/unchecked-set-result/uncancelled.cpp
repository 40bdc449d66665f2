// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

aio::Coroutine<void> complete(aio::Future<int> future) {
  co_await aio::sleep(0.01);
  if (!future.done())
    future.set_result(1);
}

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future<int>();
  auto task = aio::create_task(complete(future));
  future.cancel();
  co_await task;
}

int main() { aio::run(program()); }
