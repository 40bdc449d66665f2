// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that are made on a thread of a pool may block there.
#include <yaclib/async/run.hpp>
#include <yaclib/coro/future.hpp>
#include <yaclib/exe/submit.hpp>
#include <yaclib/lazy/task.hpp>
#include <yaclib/runtime/fair_thread_pool.hpp>

#include <chrono>
#include <thread>

using namespace yaclib;

void slow() { std::this_thread::sleep_for(std::chrono::seconds(1)); }

Future<> on_any(int) {
  slow(); // expect: async-blocking-call: 'slow' blocks
  co_return;
}
Future<> by_run() {
  slow();
  co_return;
}
Future<> by_contract() {
  slow();
  co_return;
}
Future<> by_submit() {
  slow();
  co_return;
}
Future<> by_schedule() {
  slow();
  co_return;
}

void start(FairThreadPool &pool, IExecutor &any) {
  Run(pool, by_run).Detach();
  AsyncContract<int>(pool, by_contract).Detach();
  Submit(pool, by_submit);
  Schedule(pool, by_schedule).Detach();
  Submit(any, [] { on_any(1).Detach(); });
}
