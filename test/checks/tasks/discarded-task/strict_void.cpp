// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-discarded-task.StrictVoid=true
// options: async-discarded-task.AllowedFunctions=heartbeat
// runtime: error: Task exception was never retrieved
#include <aio/aio.h>

#include <stdexcept>

aio::Coroutine<void> work() {
  co_await aio::sleep(0);
  throw std::runtime_error("nobody sees this");
}
aio::Task<void> heartbeat() { return aio::create_task(aio::sleep(0)); }

aio::Coroutine<void> caller() {
  (void)aio::create_task(work());  // expect: async-discarded-task: the task from 'aio::create_task' is dropped
                                   // fix: (void)co_await aio::create_task(work());
  heartbeat();
  co_await aio::sleep(0.01);
}

int main() { aio::run(caller()); }
