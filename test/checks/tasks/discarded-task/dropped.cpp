// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: Task exception was never retrieved
#include <aio/aio.h>

#include <stdexcept>

aio::Coroutine<void> fails() {
  co_await aio::sleep(0);
  throw std::runtime_error("lost");
}

aio::Coroutine<void> caller() {
  aio::create_task(fails());  // expect: async-discarded-task: the task from 'aio::create_task' is dropped; nobody sees its end
                              // fix: co_await aio::create_task(fails());
  co_await aio::sleep(0.01);
}

int main() { aio::run(caller()); }
