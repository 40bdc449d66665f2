// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <exception>
#include <utility>
#include <vector>

aio::Coroutine<int> work();
void log(const char *text);
void own(aio::Task<int> task);
struct Scope {
  std::vector<aio::Task<int>> tasks;
  aio::Task<int> member;
};

aio::Coroutine<int> awaitedOnEveryWay(bool quick) {
  auto task = aio::create_task(work());
  if (quick)
    co_return co_await task;
  log("slow");
  co_return 1 + co_await task;
}

aio::Coroutine<void> givenAway(Scope &scope, bool quick) {
  auto passed = aio::create_task(work());
  own(passed);
  auto stored = aio::create_task(work());
  scope.tasks.push_back(stored);
  auto assigned = aio::create_task(work());
  scope.member = assigned;
  auto watched = aio::create_task(work());
  watched.add_done_callback([](aio::Future<int>) {});
  auto cancelled = aio::create_task(work());
  cancelled.cancel();
  auto copied = aio::create_task(work());
  auto copy = copied;
  co_await copy;
  auto captured = aio::create_task(work());
  auto later = [captured]() -> aio::Coroutine<int> { co_return co_await captured; };
  co_await later();
  auto sameTest = aio::create_task(work());
  if (quick)
    own(sameTest);
  log("between");
  if (!quick)
    co_await sameTest;
}

aio::Task<int> returned(bool quick) {
  auto task = aio::create_task(work());
  if (quick)
    log("quick");
  return task;
}

aio::Coroutine<void> together() {
  auto first = aio::create_task(work());
  auto second = aio::create_task(work());
  co_await aio::gather(first, second);
}

/// The exception is kept until everybody has been awaited.
aio::Coroutine<void> oneAfterTheOther() {
  auto first = aio::create_task(work());
  auto second = aio::create_task(work());
  std::exception_ptr error;
  try {
    co_await first;
  } catch (...) {
    error = std::current_exception();
  }
  co_await second;
  if (error)
    std::rethrow_exception(error);
}

/// What is awaited meanwhile began later: its failure has another story.
aio::Coroutine<void> whileSomethingElseRuns() {
  auto task = aio::create_task(work());
  co_await aio::sleep(1);
  co_await work();
  co_await task;
}

aio::Coroutine<void> readByHand() {
  auto task = aio::create_task(work());
  while (!task.done())
    co_await aio::sleep(1);
  if (task.exception())
    log("failed");
}

class Waiter {
  aio::Future<int> waiting_;
  void wake() {
    if (const aio::Future<int> woken = std::exchange(waiting_, {}); woken && !woken.done())
      woken.set_result(1);
  }
};

aio::Coroutine<void> once(bool wanted) {
  aio::Task<int> task;
  if (wanted)
    task = aio::create_task(work());
  co_await aio::sleep(1);
  if (task)
    co_await task;
}

aio::Coroutine<int> guarded() {
  try {
    co_return co_await work();
  } catch (...) {
    co_return 0;
  }
}

aio::Coroutine<void> handledInside(bool wanted) {
  auto task = aio::create_task(guarded());
  if (wanted)
    co_await task;
}

#define REQUIRE(condition) check(condition)
void check(bool holds);

aio::Coroutine<void> failsTheTest() {
  auto task = aio::create_task(work());
  auto other = aio::create_task(work());
  REQUIRE(co_await other == 1);
  REQUIRE(co_await task == 1);
}

aio::Coroutine<int> sleepsMeanwhile() {
  auto task = aio::create_task(work());
  co_await aio::sleep(0.1);
  co_return co_await task;
}

void endsTheProgram(bool good) noexcept {
  auto task = aio::create_task(work());
  if (!good)
    throw 1;
  own(task);
}
