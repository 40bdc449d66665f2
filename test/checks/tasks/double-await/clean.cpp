// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

aio::Coroutine<int> work();
void take(aio::Coroutine<int> coroutine);
bool tryTake(aio::Coroutine<int> &&coroutine);
void refill(aio::Coroutine<int> &coroutine);
void look(const aio::Coroutine<int> &coroutine);
void log(const char *text);
bool ask();
struct Queue {
  bool push(aio::Coroutine<int> &&coroutine);
  bool full() const;
};

aio::Coroutine<int> once() {
  auto coroutine = work();
  co_return co_await std::move(coroutine);
}

aio::Coroutine<int> oneOfTwo(bool quick) {
  auto coroutine = work();
  if (quick)
    co_return co_await std::move(coroutine);
  log("slow");
  co_return co_await std::move(coroutine);
}

aio::Coroutine<void> otherWay(bool detached) {
  auto coroutine = work();
  if (detached)
    take(std::move(coroutine));
  else
    co_await std::move(coroutine);
}

aio::Coroutine<void> sameConditionTwice(bool early, aio::Coroutine<int> coroutine) {
  if (early)
    co_await std::move(coroutine);
  log("later");
  if (!early)
    co_await std::move(coroutine);
}

aio::Coroutine<void> remembered() {
  auto coroutine = work();
  bool awaited = false;
  if (ask()) {
    co_await std::move(coroutine);
    awaited = true;
  }
  if (!awaited)
    co_await std::move(coroutine);
}

aio::Coroutine<void> askedTwice(const Queue &queue, aio::Coroutine<int> coroutine) {
  if (queue.full())
    co_await std::move(coroutine);
  if (!queue.full())
    take(std::move(coroutine));
}

aio::Coroutine<void> switched(int kind, aio::Coroutine<int> coroutine) {
  switch (kind) {
  case 0:
    co_await std::move(coroutine);
    break;
  default:
    break;
  }
  switch (kind) {
  case 1:
    co_await std::move(coroutine);
    break;
  default:
    break;
  }
}

aio::Coroutine<void> switchedAndAsked(int kind, aio::Coroutine<int> coroutine) {
  switch (kind) {
  case 0:
    co_await std::move(coroutine);
    break;
  default:
    break;
  }
  if (kind != 0)
    co_await std::move(coroutine);
}

aio::Coroutine<void> jumps(int round, aio::Coroutine<int> coroutine) {
again:
  if (round == 0)
    co_await std::move(coroutine);
  if (++round < 3)
    goto again;
}

aio::Coroutine<void> jumpsAhead(bool quick, aio::Coroutine<int> coroutine) {
  if (quick)
    goto end;
  co_await std::move(coroutine);
end:
  co_return;
}

aio::Coroutine<void> jumpsToANewOne(int round) {
again:
  auto coroutine = work();
  co_await std::move(coroutine);
  if (++round < 3)
    goto again;
}

aio::Coroutine<void> madeAnew() {
  auto coroutine = work();
  co_await std::move(coroutine);
  coroutine = work();
  co_await std::move(coroutine);
}

aio::Coroutine<void> madeInEachRound() {
  for (int i = 0; i < 3; ++i) {
    auto coroutine = work();
    co_await std::move(coroutine);
  }
}

aio::Coroutine<void> madeForTheNextRound() {
  auto next = work();
  while (ask()) {
    co_await std::move(next);
    next = work();
  }
  take(std::move(next));
}

aio::Coroutine<int> firstRoundOnly(aio::Coroutine<int> coroutine) {
  int result = 0;
  for (int i = 0; i < 3; ++i) {
    if (i == 0)
      result = co_await std::move(coroutine);
    log("round");
  }
  co_return result;
}

aio::Coroutine<int> firstRoundByFlag(aio::Coroutine<int> coroutine) {
  int result = 0;
  bool first = true;
  while (ask()) {
    if (first) {
      result = co_await std::move(coroutine);
      first = false;
    }
  }
  co_return result;
}

aio::Coroutine<int> continued(aio::Coroutine<int> coroutine) {
  int result = 0;
  bool done = false;
  while (ask()) {
    if (done)
      continue;
    result = co_await std::move(coroutine);
    done = true;
  }
  co_return result;
}

aio::Coroutine<int> untilDone(aio::Coroutine<int> coroutine) {
  int result = 0;
  bool done = false;
  while (!done) {
    result = co_await std::move(coroutine);
    done = true;
  }
  co_return result;
}

aio::Coroutine<int> leavesTheLoop() {
  auto coroutine = work();
  while (true) {
    if (!ask())
      continue;
    co_return co_await std::move(coroutine);
  }
}

aio::Coroutine<void> eachOfMany(std::vector<aio::Coroutine<int>> many) {
  for (auto &each : many)
    co_await std::move(each);
  for (auto &&each : std::move(many))
    co_await std::move(each);
}

aio::Coroutine<void> asksFirst() {
  auto coroutine = work();
  if (ask())
    take(std::move(coroutine));
  if (coroutine)
    co_await std::move(coroutine);
}

aio::Coroutine<void> mayRefuse(Queue &queue) {
  auto coroutine = work();
  if (!queue.push(std::move(coroutine)))
    co_await std::move(coroutine);
  auto other = work();
  if (!tryTake(std::move(other)))
    co_await std::move(other);
}

aio::Coroutine<void> refilled() {
  auto coroutine = work();
  co_await std::move(coroutine);
  refill(coroutine);
  co_await std::move(coroutine);
}

aio::Coroutine<void> refilledByALambda() {
  auto coroutine = work();
  auto again = [&] { coroutine = work(); };
  co_await std::move(coroutine);
  again();
  co_await std::move(coroutine);
}

aio::Coroutine<void> refilledThroughAPointer() {
  auto coroutine = work();
  auto *place = &coroutine;
  co_await std::move(coroutine);
  *place = work();
  co_await std::move(coroutine);
}

aio::Coroutine<void> swapped() {
  auto first = work();
  auto second = work();
  co_await std::move(first);
  std::swap(first, second);
  co_await std::move(first);
}

aio::Coroutine<void> onlyLookedAt() {
  auto coroutine = work();
  look(coroutine);
  co_await std::move(coroutine);
  look(coroutine);
  static_cast<void>(coroutine);
}

// Whoever gave the reference may put something else there meanwhile.
aio::Coroutine<void> byReference(aio::Coroutine<int> &coroutine) {
  co_await std::move(coroutine);
  co_await std::move(coroutine);
}

struct Owner {
  aio::Coroutine<int> member = work();
  aio::Coroutine<void> run() {
    co_await std::move(member);
    co_await std::move(member);
  }
};

// Tasks and futures of aio can be awaited as often as one likes, and copies share them.
aio::Coroutine<int> manyTimes(aio::Future<int> future) {
  auto task = aio::create_task(work());
  int sum = co_await task + co_await task;
  for (int i = 0; i < 3; ++i)
    sum += co_await future;
  auto copy = task;
  co_return sum + co_await copy + co_await task;
}

aio::Coroutine<void> refilledOptional() {
  std::optional<aio::Coroutine<int>> coroutine = work();
  co_await std::move(*coroutine);
  coroutine.emplace(work());
  co_await std::move(*coroutine);
  coroutine = work();
  co_await std::move(*coroutine);
}

aio::Coroutine<void> partsOfAPair(std::pair<aio::Coroutine<int>, aio::Coroutine<int>> both) {
  co_await std::move(both.first);
  co_await std::move(both.second);
}

aio::Coroutine<int> afterAnErrorAnew(aio::Coroutine<int> attempt) {
  for (int i = 0; i < 3; ++i) {
    try {
      co_return co_await std::move(attempt);
    } catch (const std::runtime_error &) {
      attempt = work();
    }
  }
  co_return 0;
}

/// Macros that check something may expand their arguments twice.
#define CHECK_EQUAL(a, b)                                                                          \
  if ((a) != (b))                                                                                  \
  fail(#b, b)
void fail(const char *what, int value);

aio::Coroutine<void> checked() {
  auto coroutine = work();
  CHECK_EQUAL(1, co_await std::move(coroutine));
}

/// The first of them may only look at what it is given.
template <class T> void expectWork(T &&work) { (void)work; }
template <class T> void keepWork(T &&work);
template <class... Tasks> void forwardedTwice(Tasks &&...tasks) {
  expectWork(std::forward<Tasks>(tasks)...);
  keepWork(std::forward<Tasks>(tasks)...);
}
void forwards(aio::Coroutine<int> work) { forwardedTwice(std::move(work)); }

/// A test of just that.
#define EXPECT_THROW(statement)                                                                    \
  try {                                                                                            \
    statement;                                                                                     \
  } catch (...) {                                                                                  \
  }
aio::Coroutine<void> testsThatItThrows() {
  auto coroutine = work();
  co_await std::move(coroutine);
  EXPECT_THROW(co_await std::move(coroutine));
}
