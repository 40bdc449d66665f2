// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-discarded-task.StrictVoid=true
// options: async-discarded-task.AllowedFunctions=heartbeat
#include <aio/aio.h>

aio::Coroutine<void> work();
aio::Task<void> heartbeat();

aio::Coroutine<void> caller() {
  (void)aio::create_task(work());  // expect: async-discarded-task: the task from 'aio::create_task' is dropped
                                   // fix: (void)co_await aio::create_task(work());
  heartbeat();
  co_await work();
}
