// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Futures and promises, without coroutines.
#include <yaclib/algo/wait_group.hpp>
#include <yaclib/async/run.hpp>
#include <yaclib/async/wait.hpp>
#include <yaclib/exe/submit.hpp>
#include <yaclib/lazy/task.hpp>
#include <yaclib/runtime/fair_thread_pool.hpp>

#include <chrono>
#include <thread>

using namespace yaclib;

Future<int> start();
Task<int> prepare();

void dropped() {
  start();   // expect: async-discarded-task: the future from 'start' is dropped
  prepare(); // expect: async-unawaited-coroutine: coroutine 'prepare' is never awaited; it never runs
  prepare().Detach();
  start().Detach();
}

void set(Promise<int> promise, bool early) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error
  if (early)
    return;
  std::move(promise).Set(1);
}
