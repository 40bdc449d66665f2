// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

aio::Coroutine<int> work();
aio::Coroutine<void> step();
void take(aio::Coroutine<int> coroutine);
void log(const char *text);
bool ask();

aio::Coroutine<void> straight() {
  auto coroutine = work();
  co_await std::move(coroutine);
  co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited again; no coroutine is left in it after the first time
                                 // note: it is awaited here
}

aio::Coroutine<int> inOneExpression() {
  auto coroutine = work();
  co_return co_await std::move(coroutine) + co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited again
}

aio::Coroutine<int> behindACondition(bool quick) {
  auto coroutine = work();
  int result = co_await std::move(coroutine);
  if (!quick)
    result += co_await std::move(coroutine); // expect: async-double-await: is awaited again
                                             // note: if this holds
  co_return result;
}

aio::Coroutine<int> whateverIsAsked() {
  auto coroutine = work();
  int result = co_await std::move(coroutine);
  if (ask())
    result += co_await std::move(coroutine); // expect: async-double-await: is awaited again
  co_return result;
}

aio::Coroutine<void> onOneWay(bool early) {
  auto coroutine = work();
  if (early)
    co_await std::move(coroutine);
  log("later");
  co_await std::move(coroutine); // expect: async-double-await: is awaited again
                                 // note: if this holds
                                 // note: it is awaited here
}

aio::Coroutine<int> loop(int rounds, aio::Coroutine<int> coroutine) {
  int sum = 0;
  for (int i = 0; i < rounds; ++i)
    sum += co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited in each round of the loop; no coroutine is left in it after the first
  co_return sum;
}

aio::Coroutine<void> whileAsked(aio::Coroutine<int> coroutine) {
  while (ask())
    co_await std::move(coroutine); // expect: async-double-await: in each round of the loop
}

aio::Coroutine<void> doLoop() {
  auto coroutine = work();
  do {
    co_await std::move(coroutine); // expect: async-double-await: in each round of the loop
  } while (ask());
}

aio::Coroutine<void> rangeLoop(std::vector<int> numbers, aio::Coroutine<int> coroutine) {
  for ([[maybe_unused]] int number : numbers)
    co_await std::move(coroutine); // expect: async-double-await: in each round of the loop
}

// The attempt that failed has used the coroutine up.
aio::Coroutine<int> retry(aio::Coroutine<int> attempt) {
  for (int i = 0; i < 3; ++i) {
    try {
      co_return co_await std::move(attempt); // expect: async-double-await: 'attempt' is awaited in each round of the loop
                                             // note: if this throws
    } catch (const std::runtime_error &) {
      log("again");
    }
  }
  co_return 0;
}

aio::Coroutine<int> afterAnError(aio::Coroutine<int> &&attempt) {
  bool failed = false;
  try {
    co_return co_await std::move(attempt);
  } catch (const std::runtime_error &) {
    failed = true;
  }
  if (failed)
    co_return co_await std::move(attempt); // expect: async-double-await: 'attempt' is awaited again
  co_return 0;
}

aio::Coroutine<void> afterAMove() {
  auto coroutine = work();
  take(std::move(coroutine));
  co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited after it was moved away; no coroutine is left in it
                                 // note: it is moved away here
}

aio::Coroutine<void> afterATask() {
  auto coroutine = work();
  auto task = aio::create_task(std::move(coroutine));
  co_await task;
  co_await std::move(coroutine); // expect: async-double-await: is awaited after it was moved away
}

aio::Coroutine<void> intoAnother() {
  auto first = work();
  auto second = std::move(first);
  co_await std::move(second);
  co_await std::move(first); // expect: async-double-await: 'first' is awaited after it was moved away
}

aio::Coroutine<void> intoALambda() {
  auto coroutine = work();
  auto later = [inner = std::move(coroutine)]() mutable { take(std::move(inner)); };
  later();
  co_await std::move(coroutine); // expect: async-double-await: is awaited after it was moved away
}

aio::Coroutine<void> intoAContainer() {
  std::vector<aio::Coroutine<int>> waiting;
  auto coroutine = work();
  waiting.push_back(std::move(coroutine));
  co_await std::move(coroutine); // expect: async-double-await: is awaited after it was moved away
}

aio::Coroutine<void> passedOn() {
  auto coroutine = work();
  co_await std::move(coroutine);
  auto task = aio::create_task(std::move(coroutine)); // expect: async-double-await: 'coroutine' is moved away after it was awaited; no coroutine is left in it
  co_await task;
}

void movedTwice() {
  auto coroutine = work();
  take(std::move(coroutine));
  take(std::move(coroutine)); // expect: async-double-await: 'coroutine' is moved away again
}

aio::Coroutine<void> gatheredTwice() {
  auto coroutine = work();
  co_await aio::gather(std::move(coroutine), std::move(coroutine)); // expect: async-double-await: 'coroutine' is moved away again
}

aio::Coroutine<void> closed() {
  auto coroutine = work();
  coroutine.close();
  co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited after it was used up; no coroutine is left in it
}

aio::Coroutine<void> held() {
  std::optional<aio::Coroutine<int>> coroutine = work();
  co_await std::move(*coroutine);
  co_await std::move(*coroutine); // expect: async-double-await: 'coroutine' is awaited again
}

aio::Coroutine<void> pointedTo(std::unique_ptr<aio::Coroutine<int>> coroutine) {
  co_await std::move(*coroutine);
  co_await std::move(*coroutine); // expect: async-double-await: 'coroutine' is awaited again
}

aio::Coroutine<void> bound() {
  auto [first, second] = std::pair(work(), work());
  co_await std::move(first);
  co_await std::move(second);
  co_await std::move(first); // expect: async-double-await: 'first' is awaited again
}

aio::Coroutine<void> byCast(aio::Coroutine<int> coroutine) {
  co_await static_cast<aio::Coroutine<int> &&>(coroutine);
  co_await static_cast<aio::Coroutine<int> &&>(coroutine); // expect: async-double-await: is awaited again
}

auto closure() {
  return [coroutine = work()]() mutable -> aio::Coroutine<void> {
    co_await std::move(coroutine);
    co_await std::move(coroutine); // expect: async-double-await: is awaited again
  };
}

aio::Coroutine<void> bothWays(bool first) {
  auto coroutine = work();
  if (first)
    co_await std::move(coroutine);
  else
    take(std::move(coroutine));
  co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited
}

aio::Coroutine<void> jump() {
  auto coroutine = work();
again:
  co_await std::move(coroutine); // expect: async-double-await: awaited in each round of the loop
  if (ask())
    goto again;
}

aio::Coroutine<void> jumpInABlock(bool more) {
  auto coroutine = work();
  {
    log("begin");
  retry:
    log("again");
    co_await std::move(coroutine); // expect: async-double-await: awaited in each round of the loop
    log("done");
    if (ask() && more)
      goto retry;
    log("end");
  }
}

aio::Coroutine<void> inASwitch(int kind, aio::Coroutine<int> coroutine) {
  switch (kind) {
  case 0:
    co_await std::move(coroutine);
    [[fallthrough]];
  case 1:
    log("one");
    break;
  default:
    co_return;
  }
  auto other = std::move(coroutine); // expect: async-double-await: moved away after it was awaited
  co_await std::move(other);
}

template <class T> aio::Coroutine<T> twice(aio::Coroutine<T> coroutine) {
  co_await std::move(coroutine);
  co_return co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited again
}
template aio::Coroutine<int> twice(aio::Coroutine<int>);
template aio::Coroutine<double> twice(aio::Coroutine<double>);

#define AWAIT(what) co_await std::move(what)
aio::Coroutine<void> throughAMacro() {
  auto coroutine = work();
  AWAIT(coroutine);
  AWAIT(coroutine); // expect: async-double-await: 'coroutine' is awaited again
}

aio::Coroutine<void> afterAReassignment() {
  auto coroutine = work();
  co_await std::move(coroutine);
  coroutine = work();
  co_await std::move(coroutine);
  co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited again
}
