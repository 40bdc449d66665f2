// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Work that sets a variable when it has come to its end: whoever finds it set knows that nothing
// went wrong.
#include <aio/aio.h>

#include <utility>

aio::Coroutine<int> fetch();
void drive();
void log(const char *text);

void asserted() {
  bool completed = false;
  auto run = [&]() -> aio::Coroutine<void> {
    co_await fetch();
    completed = true;
  };
  auto task = aio::create_task(run());
  drive();
  if (!completed) {
    task.result();
  }
}

void until() {
  bool completed = false;
  auto task = aio::create_task([&]() -> aio::Coroutine<void> {
    co_await fetch();
    completed = true;
  }());
  while (!completed)
    drive();
}

void neverNamed() {
  bool completed = false;
  auto task = aio::create_task([&]() -> aio::Coroutine<void> { // expect: async-unawaited-coroutine: is stored in 'task', which is never awaited
    co_await fetch();
    completed = true;
  }());
  if (completed)
    log("done");
}

void unasked() {
  bool completed = false;
  auto run = [&]() -> aio::Coroutine<void> {
    co_await fetch();
    completed = true;
  };
  auto task = aio::create_task(run()); // expect: async-unretrieved-exception: is kept in 'task'
  if (task.done())
    log("done");
}

void wrongAnswer() {
  bool completed = false;
  auto run = [&]() -> aio::Coroutine<void> {
    co_await fetch();
    completed = true;
  };
  auto task = aio::create_task(run()); // expect: async-unretrieved-exception: is kept in 'task'
  drive();
  if (completed)
    task.result();
}

void tooEarly() {
  bool started = false;
  auto run = [&]() -> aio::Coroutine<void> {
    started = true;
    co_await fetch();
  };
  auto task = aio::create_task(run()); // expect: async-unretrieved-exception: is kept in 'task'
  drive();
  if (!started)
    task.result();
}

void others() {
  bool completed = false;
  auto other = aio::create_task([&]() -> aio::Coroutine<void> {
    co_await fetch();
    completed = true;
  }());
  auto task = aio::create_task(fetch()); // expect: async-unretrieved-exception: is kept in 'task'
  drive();
  if (!completed) {
    task.result();
    other.result();
  }
}
