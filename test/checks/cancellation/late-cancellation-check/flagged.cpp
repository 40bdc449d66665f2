// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <chrono>
#include <thread>
#include <utility>
#include <vector>

aio::Coroutine<int> compute(int key = 0);
void step(int number);

int sum(const std::vector<int> &values) {
  int total = 0;
  for (int value : values)
    total += value;
  return total;
}

void rest() { std::this_thread::sleep_for(std::chrono::seconds(1)); }

aio::Coroutine<int> slow(aio::Future<int> future) {
  const int value = co_await compute(); // the work
  co_return value + co_await future; // expect: async-late-cancellation-check: 'future' may have been cancelled before the coroutine began; what it did before this co_await was in vain then
                                     // note: the work begins here
                                     // note: check it first, with 'aio::Future::
}

aio::Coroutine<int> byReference(const aio::Future<int> &future) {
  co_await aio::sleep(1);
  co_return co_await future; // expect: async-late-cancellation-check: 'future' may have been cancelled before
}

aio::Coroutine<void> moved(aio::Future<void> future) {
  co_await compute();
  co_await std::move(future); // expect: async-late-cancellation-check: 'future' may have been cancelled before
}

aio::Coroutine<int> blocking(aio::Future<int> future) {
  rest(); // expect: async-blocking-call: 'rest' blocks
  co_return co_await future; // expect: async-late-cancellation-check: 'future' may have been cancelled before
}

aio::Coroutine<int> computing(aio::Future<int> future, std::vector<int> values) {
  const int total = sum(values);
  co_return total + co_await future; // expect: async-late-cancellation-check: in vain
}

aio::Coroutine<int> looping(aio::Future<int> future, int count) {
  for (int i = 0; i < count; ++i)
    step(i);
  co_return co_await future; // expect: async-late-cancellation-check: in vain
}

aio::Coroutine<int> onOneWay(aio::Future<int> future, bool warm) {
  if (!warm)
    co_await compute();
  co_return co_await future; // expect: async-late-cancellation-check: in vain
}

aio::Coroutine<int> inABranch(aio::Future<int> future, int kind) {
  const int key = co_await compute(kind);
  switch (key) {
  case 0:
    co_return co_await future; // expect: async-late-cancellation-check: in vain
  default:
    co_return key;
  }
}

aio::Coroutine<int> inATry(aio::Future<int> future) {
  co_await compute();
  try {
    co_return co_await future; // expect: async-late-cancellation-check: in vain
  } catch (const aio::ValueError &) {
    co_return 0;
  }
}

aio::Coroutine<int> askedBehind(aio::Future<int> future) {
  co_await compute();
  const int value = co_await future; // expect: async-late-cancellation-check: in vain
  co_return future.done() ? value : 0;
}

aio::Coroutine<int> theOtherWasAsked(aio::Future<int> first, aio::Future<int> second) {
  if (first.cancelled())
    co_return 0;
  co_await compute();
  const int value = co_await first;
  co_return value + co_await second; // expect: async-late-cancellation-check: 'second' may have been cancelled
}

template <class T> aio::Coroutine<T> generic(aio::Future<T> future) {
  co_await aio::sleep(1);
  co_return co_await future; // expect: async-late-cancellation-check: in vain
}
template aio::Coroutine<int> generic(aio::Future<int>);
template aio::Coroutine<char> generic(aio::Future<char>);

auto lambda = [](aio::Future<int> future) -> aio::Coroutine<int> {
  while (co_await compute() < 3)
    step(0);
  co_return co_await future; // expect: async-late-cancellation-check: in vain
};

struct Awaiter {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
struct Reply {
  Awaiter operator co_await() const;
  [[clang::annotate("asynctidy::completes")]] void fulfil(int value);
  [[clang::annotate("asynctidy::cancels")]] void abandon();
  bool settled() const;
};

aio::Coroutine<int> homeMade(Reply reply) {
  co_await compute();
  co_return co_await reply; // expect: async-late-cancellation-check: 'reply' may have been cancelled before
                            // note: check it first
}
