// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <functional>

aio::Coroutine<void> work() { co_return; }
aio::Coroutine<void> callTwice(std::function<aio::Coroutine<void>()> callback) {
  co_await callback();
  co_await callback();
}

aio::Coroutine<void> caller() {
  aio::Task<void> task;
  aio::get_running_loop().call_soon([&] { task = aio::create_task(work()); });
  co_await callTwice(work);
  co_await aio::sleep(0.01);
  co_await task;
}

int main() { aio::run(caller()); }
