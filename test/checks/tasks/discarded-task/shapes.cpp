// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The many places in which a handle can be dropped. Plain functions, so that there is no fix.
#include <aio/aio.h>

#include <future>
#include <memory>
#include <vector>

aio::Coroutine<int> work();
void log(const char *text);
bool ask();
struct Starter {
  aio::Task<int> start() { return aio::create_task(work()); }
  static aio::Task<int> startOne() { return aio::create_task(work()); }
  virtual aio::Task<int> startAny();
  aio::Task<int> operator()() { return start(); }
  aio::Task<int> operator+(int) { return start(); }
  Starter &self() { return *this; }
};
#define START(what) aio::create_task(what)

void conditions(bool a, int kind) {
  if (a)
    aio::create_task(work()); // expect: async-discarded-task: the task from 'aio::create_task' is dropped
  else
    aio::ensure_future(work()); // expect: async-discarded-task: the task from 'aio::ensure_future' is dropped
  a ? aio::create_task(work()) // expect: async-discarded-task: is dropped
    : Starter::startOne(); // expect: async-discarded-task: is dropped
  switch (kind) {
  case 0:
    aio::create_task(work()); // expect: async-discarded-task: is dropped
    break;
  default:
    Starter::startOne(); // expect: async-discarded-task: is dropped
  }
}

void loops(std::vector<int> &numbers) {
  for (aio::create_task(work()); ask();) // expect: async-discarded-task: is dropped
    log("round");
  for (; ask(); Starter::startOne()) // expect: async-discarded-task: is dropped
    log("round");
  while (ask())
    Starter::startOne(); // expect: async-discarded-task: is dropped
  do
    Starter::startOne(); // expect: async-discarded-task: is dropped
  while (ask());
  for ([[maybe_unused]] int number : numbers)
    Starter::startOne(); // expect: async-discarded-task: is dropped
}

void commas(int &count) {
  aio::create_task(work()), ++count; // expect: async-discarded-task: is dropped
  ++count, Starter::startOne(); // expect: async-discarded-task: is dropped
  (aio::create_task(work())); // expect: async-discarded-task: is dropped
}

void methods(Starter &starter, std::unique_ptr<Starter> owned, Starter *pointer) {
  starter.start(); // expect: async-discarded-task: the task from 'Starter::start' is dropped
  starter.self().start(); // expect: async-discarded-task: is dropped
  owned->start(); // expect: async-discarded-task: is dropped
  pointer->startAny(); // expect: async-discarded-task: the task from 'Starter::startAny' is dropped
  starter(); // expect: async-discarded-task: is dropped
  starter + 1; // expect: async-discarded-task: is dropped
}

void handlers() {
  try {
    log("try");
    Starter::startOne(); // expect: async-discarded-task: is dropped
  } catch (...) {
    Starter::startOne(); // expect: async-discarded-task: is dropped
  }
}

void jumps() {
again:
  Starter::startOne(); // expect: async-discarded-task: is dropped
  if (ask())
    goto again;
}

auto closure = [] {
  Starter::startOne(); // expect: async-discarded-task: the task from 'Starter::startOne' is dropped
};

template <class F> void instance(F start) {
  start(); // expect: async-discarded-task: this lambda is dropped
}
void instantiates() {
  instance([] { return aio::create_task(work()); });
  instance([] { return 1; });
}

void macros() {
  START(work()); // expect: async-discarded-task: the task from 'aio::create_task' is dropped
}

void futures(aio::EventLoop &loop) {
  loop.create_future<int>(); // expect: async-discarded-task: the future from 'aio::EventLoop::create_future' is dropped
  loop.run_in_executor([] { return 1; }); // expect: async-discarded-task: the future from 'aio::EventLoop::run_in_executor' is dropped
  aio::gather(aio::create_task(work())); // expect: async-discarded-task: the future from 'aio::gather' is dropped
  aio::run_coroutine_threadsafe(work(), loop); // expect: async-discarded-task: the future from 'aio::run_coroutine_threadsafe' is dropped
}
