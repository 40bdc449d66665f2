// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: error: Task exception was never retrieved
#include <aio/aio.h>

aio::Coroutine<int> fetch() {
  co_await aio::sleep(0);
  co_return 7;
}

aio::Coroutine<int> read() {
  auto task = aio::create_task(fetch());
  co_return task.result(); // expect: async-blocking-wait: there is no result yet
}

aio::Coroutine<void> program() {
  {
    const auto reading = aio::create_task(read());
    co_await aio::wait(reading);
  }
  co_await aio::sleep(0);
}

int main() { aio::run(program()); }
