// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <utility>
#include <vector>

aio::Coroutine<int> compute(int key = 0);
aio::Coroutine<int> use(aio::Future<int> future);
void step(int number);
void log(const char *text);
void watch(const aio::Future<int> &future);

aio::Coroutine<int> checked(aio::Future<int> future) {
  if (future.cancelled())
    co_return 0;
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<int> keptAnswer(aio::Future<int> future) {
  const bool done = future.done();
  const int value = done ? 0 : co_await compute();
  co_return value + co_await future;
}

aio::Coroutine<int> checkedOnOneWay(aio::Future<int> future, bool careful) {
  if (careful && future.done())
    co_return 0;
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<int> checkedInALoop(aio::Future<int> future) {
  for (int i = 0; !future.cancelled() && i < 3; ++i)
    co_await compute(i);
  co_return co_await future;
}

aio::Coroutine<int> checkedBehindTheWork(aio::Future<int> future) {
  co_await compute();
  if (future.cancelled())
    co_return 0;
  co_return co_await future;
}

aio::Coroutine<int> first(aio::Future<int> future) {
  const int value = co_await future;
  co_return value + co_await compute(value);
}

aio::Coroutine<int> each(aio::Future<int> first, aio::Future<int> second) {
  const int value = co_await first;
  co_return value + co_await second;
}

aio::Coroutine<int> arithmetic(aio::Future<int> future, int a, int b) {
  int total = a * b;
  for (int i = 0; i < a; ++i)
    total += i;
  co_return total + co_await future;
}

aio::Coroutine<int> shortCall(aio::Future<int> future) {
  log("waiting");
  step(1);
  co_return co_await future;
}

aio::Coroutine<int> containers(aio::Future<int> future, std::vector<int> values) {
  std::vector<int> copy;
  for (int value : values)
    copy.push_back(value);
  co_return static_cast<int>(copy.size()) + co_await future;
}

aio::Coroutine<int> passedOn(aio::Future<int> future) {
  watch(future);
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<int> passedToTheWork(aio::Future<int> future) {
  co_await use(future);
  co_return co_await future;
}

aio::Coroutine<int> stored(aio::Future<int> future, std::vector<aio::Future<int>> &waiters) {
  waiters.push_back(future);
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<int> captured(aio::Future<int> future) {
  aio::get_running_loop().call_later(1, [future] {
    if (!future.done())
      future.cancel();
  });
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<int> aliased(aio::Future<int> future) {
  const aio::Future<int> &same = future;
  if (same.cancelled())
    co_return 0;
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<int> itsOwn(aio::Future<int> future) {
  future.add_done_callback([](aio::Future<int>) { log("done"); });
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<int> completed(aio::Future<int> future) {
  if (const int value = co_await compute(); !future.done())
    future.set_result(value);
  co_return co_await future;
}

aio::Coroutine<int> another(aio::Future<int> future) {
  future = aio::get_running_loop().create_future<int>();
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<int> madeHere() {
  auto future = aio::get_running_loop().create_future<int>();
  aio::get_running_loop().call_soon([future] {
    if (!future.done())
      future.set_result(1);
  });
  co_await compute();
  co_return co_await future;
}

aio::Coroutine<void> neverAwaited(aio::Future<int> future) {
  co_await compute();
  if (!future.done())
    future.set_result(1);
}

aio::Coroutine<int> plainCoroutine(aio::Coroutine<int> work) {
  co_await compute();
  co_return co_await std::move(work);
}

/// The callables of a loop run later, or never.
aio::Coroutine<int> onlyMade(aio::Future<int> future, int count) {
  auto later = [count] {
    for (int i = 0; i < count; ++i)
      step(i);
  };
  (void)later;
  co_return co_await future;
}
