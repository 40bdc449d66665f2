// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <optional>
#include <vector>

int step(int value);
bool more();
void work();
std::optional<int> next();

aio::Coroutine<void> suspends() {
  while (true)
    co_await aio::sleep(1);
}

aio::Coroutine<void> suspendsOnOneWay() {
  while (true) {
    if (auto item = next()) {
      step(*item);
      continue;
    }
    co_await aio::sleep(1);
  }
}

aio::Coroutine<int> suspendsInTheHead() {
  int sum = 0;
  for (int i = 0; i < 10'000'000; co_await aio::sleep(0), ++i)
    sum += step(i);
  co_return sum;
}

aio::Coroutine<void> conditioned() {
  while (more())
    work();
  do
    work();
  while (more());
  co_return;
}

aio::Coroutine<int> container(std::vector<int> values) {
  int sum = 0;
  for (int value : values)
    sum += value;
  for (std::size_t i = 0; i < values.size(); ++i)
    sum += values[i];
  co_return sum;
}

aio::Coroutine<int> fewTimes() {
  int sum = 0;
  for (int i = 0; i < 1000; ++i)
    sum += step(i);
  for (int i = 0; i < 100; ++i)
    for (int k = 0; k < 100; ++k)
      sum += step(i * k);
  co_return sum;
}

aio::Coroutine<int> leavesEarly() {
  for (int i = 0; i < 10'000'000; ++i)
    if (step(i))
      co_return i;
  co_return -1;
}

#define ONCE(code) do { code; } while (false)
aio::Coroutine<void> once() {
  ONCE(work());
  while (true) {
    work();
    break;
  }
  for (;;) {
    work();
    co_return;
  }
}

/// No coroutine: its caller may run it on a thread of its own.
int plain(int value) {
  while (true) {
    value = step(value);
    if (value == 1)
      return value;
  }
}

aio::Coroutine<int> offloaded() {
  co_return co_await aio::to_thread([] {
    int sum = 0;
    for (int i = 0; i < 10'000'000; ++i)
      sum += step(i);
    return sum;
  });
}

aio::Coroutine<void> unknownBound(int count) {
  for (int i = 0; i < count; ++i)
    work();
  for (int i = 10; i < 0; ++i)
    work();
  co_return;
}

aio::AsyncGenerator<int> numbers() {
  for (int i = 0;; ++i)
    co_yield i;
}
