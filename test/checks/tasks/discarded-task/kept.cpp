// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

aio::Coroutine<void> work() { co_await aio::sleep(0); }

aio::Coroutine<void> caller() {
  auto task = aio::create_task(work());
  co_await aio::sleep(0);
  co_await task;
  co_await aio::create_task(work());
  co_await aio::gather(aio::create_task(work()), aio::create_task(work()));
}

int main() { aio::run(caller()); }
