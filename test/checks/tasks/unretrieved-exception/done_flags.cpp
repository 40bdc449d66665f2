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

int parse(int value);

void failsBehind() {
  bool completed = false;
  auto task = aio::create_task([&]() -> aio::Coroutine<int> { // expect: async-unretrieved-exception: is kept in 'task'
    const int value = co_await fetch();
    completed = true;
    co_return parse(value);
  }());
  drive();
  if (!completed)
    task.result();
}

void rethrows() {
  bool completed = false;
  auto task = aio::create_task([&]() -> aio::Coroutine<void> { // expect: async-unretrieved-exception: is kept in 'task'
    try {
      co_await fetch();
    } catch (...) {
      completed = true;
      throw;
    }
  }());
  drive();
  if (!completed)
    task.result();
}

void onlyStarts() {
  bool busy = false;
  auto start = [&] {
    busy = true;
    return aio::create_task(fetch());
  };
  auto task = start(); // expect: async-unretrieved-exception: is kept in 'task'
  if (!busy)
    task.result();
}

void twice() {
  bool completed = false;
  auto run = [&]() -> aio::Coroutine<void> {
    co_await fetch();
    completed = true;
  };
  auto first = aio::create_task(run()); // expect: async-unretrieved-exception: is kept in 'first'
  auto second = aio::create_task(run()); // expect: async-unretrieved-exception: is kept in 'second'
  drive();
  if (!completed) {
    first.result();
    second.result();
  }
}

aio::Coroutine<void> lazily() {
  bool ready = false;
  auto prepare = [&]() -> aio::Coroutine<void> {
    co_await fetch();
    ready = true;
  };
  auto again = prepare(); // expect: async-unawaited-coroutine: is stored in 'again'
  if (ready)
    co_return;
  co_await std::move(again);
}

void everyRound() {
  bool received = false;
  auto task = aio::create_task([&]() -> aio::Coroutine<void> { // expect: async-unretrieved-exception: is kept in 'task'
    while (true) {
      co_await fetch();
      received = true;
    }
  }());
  drive();
  if (!received)
    task.result();
}

void setByOthers(bool late) {
  bool completed = false;
  auto task = aio::create_task([&]() -> aio::Coroutine<void> { // expect: async-unretrieved-exception: is kept in 'task'
    co_await fetch();
    completed = true;
  }());
  drive();
  if (late)
    completed = true;
  if (!completed)
    task.result();
}

void setByTwo() {
  bool completed = false;
  auto first = aio::create_task([&]() -> aio::Coroutine<void> { // expect: async-unretrieved-exception: is kept in 'first'
    co_await fetch();
    completed = true;
  }());
  auto second = aio::create_task([&]() -> aio::Coroutine<void> { // expect: async-unretrieved-exception: is kept in 'second'
    co_await fetch();
    completed = true;
  }());
  drive();
  if (!completed) {
    first.result();
    second.result();
  }
}

void trueAtFirst() {
  bool completed = true;
  auto task = aio::create_task([&]() -> aio::Coroutine<void> { // expect: async-unretrieved-exception: is kept in 'task'
    co_await fetch();
    completed = true;
  }());
  drive();
  if (!completed)
    task.result();
}

void hasStarted() {
  bool busy = false;
  auto start = [&] {
    auto started = aio::create_task(fetch());
    busy = true;
    return started;
  };
  auto task = start(); // expect: async-unretrieved-exception: is kept in 'task'
  if (!busy)
    task.result();
}

#define EXPECT_EQ(a, b)                                                                            \
  if ((a) != (b))                                                                                  \
  log(#a)

void assertsBehind() {
  bool completed = false;
  auto task = aio::create_task([&]() -> aio::Coroutine<void> {
    const int value = co_await fetch();
    completed = true;
    EXPECT_EQ(parse(value), 1);
  }());
  drive();
  if (!completed)
    task.result();
}
