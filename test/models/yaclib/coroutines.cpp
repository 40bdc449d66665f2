// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines: Task is lazy, Future is not; what blocks in them.
#include <yaclib/algo/wait_group.hpp>
#include <yaclib/async/make.hpp>
#include <yaclib/async/run.hpp>
#include <yaclib/async/wait.hpp>
#include <yaclib/coro/future.hpp>
#include <yaclib/coro/on.hpp>
#include <yaclib/coro/task.hpp>
#include <yaclib/exe/submit.hpp>
#include <yaclib/lazy/make.hpp>
#include <yaclib/runtime/fair_thread_pool.hpp>

#include <chrono>
#include <exception>
#include <thread>

using namespace yaclib;

Task<int> lazily();
Future<int> eagerly();

Future<int> dropped() {
  lazily();  // expect: async-unawaited-coroutine: coroutine 'lazily' is never awaited; it never runs
             // fix: co_await lazily();
  eagerly(); // expect: async-discarded-task: the future from 'eagerly' is dropped
             // fix: co_await eagerly();
  co_return co_await lazily() + co_await eagerly();
}

Future<int> waits(WaitGroup<> &group, Future<int> &a, Future<int> &b, Future<int> &c, Future<int> &d) {
  Wait(a);                                            // expect: async-blocking-wait: 'yaclib::Wait' blocks
  WaitFor(std::chrono::seconds(1), b);                // expect: async-blocking-wait: 'yaclib::WaitFor' blocks
  WaitFor(std::chrono::seconds(0), b);
  WaitUntil(std::chrono::steady_clock::now(), c);     // expect: async-blocking-wait: 'yaclib::WaitUntil' blocks
  (void)std::move(d).Get();                           // expect: async-blocking-wait: Get' blocks
  (void)lazily().Get();                               // expect: async-blocking-wait: 'yaclib::Task::Get' blocks
  group.Wait();                                       // expect: async-blocking-wait: 'yaclib::WaitGroup::Wait' blocks
  co_return 1;
}

Future<int> groups(WaitGroup<> &group, WaitGroup<> &other) {
  group.WaitFor(std::chrono::seconds(1)); // expect: async-blocking-wait: 'yaclib::WaitGroup::WaitFor' blocks
  other.WaitUntil(std::chrono::steady_clock::now()); // expect: async-blocking-wait: 'yaclib::WaitGroup::WaitUntil' blocks
  co_return 1;
}

Future<int> attached(IExecutor &executor) {
  WaitGroup<> group(1);
  Future<int> one = eagerly();
  Future<int> two = eagerly();
  Future<int> other = eagerly();
  group.Attach(one, two);
  co_await group;
  int sum = std::move(one).Get().Ok();
  sum += std::move(other).Get().Ok(); // expect: async-blocking-wait: Get' blocks
  WaitGroup<> another(1);
  Future<int> three = eagerly();
  another.Attach(three);
  co_await another.AwaitOn(executor);
  co_return sum + std::move(two).Get().Ok() + std::move(three).Get().Ok();
}

Future<int> asks() {
  Future<int> running = eagerly();
  if (std::as_const(running).Get() != nullptr)
    co_return 1;
  if (running.Ready()) {
    (void)std::move(running).Get();
    co_return 1;
  }
  co_return co_await std::move(running);
}

thread_local int counter;

Future<> hops(IExecutor &executor) {
  int &mine = counter;
  co_await On(executor);
  mine = 1; // expect: async-thread-affine-across-suspend: 'mine'
}

// What is made of a value is no work; an error is somebody's to look at.
void ready(std::exception_ptr error) {
  MakeFuture(1);
  MakeTask(1);
  MakeFuture<int>(error); // expect: async-discarded-task: is dropped
  MakeTask<int>(error);   // expect: async-unawaited-coroutine: is never awaited
}
