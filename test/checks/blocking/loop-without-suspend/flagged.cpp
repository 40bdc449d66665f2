// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

int step(int value);
bool more();
void work();

aio::Coroutine<void> endless() {
  while (true) // expect: async-loop-without-suspend: this loop neither suspends nor ends
               // note: let others run
    work();
  co_return;
}

aio::Coroutine<void> endlessFor() {
  for (;;) { // expect: async-loop-without-suspend: neither suspends nor ends
    work();
    if (!more())
      continue;
  }
  co_return;
}

aio::Coroutine<void> endlessDo() {
  do { // expect: async-loop-without-suspend: neither suspends nor ends
    work();
  } while (1);
  co_return;
}

aio::Coroutine<int> untilBreak(int value) {
  while (true) { // expect: async-loop-without-suspend: this loop has no bound and does not suspend
    value = step(value);
    if (value == 1)
      break;
  }
  co_return value;
}

aio::Coroutine<int> untilReturn(int value) {
  for (;;) { // expect: async-loop-without-suspend: has no bound
    value = step(value);
    if (value == 1)
      co_return value;
  }
}

aio::Coroutine<int> untilThrown(int value) {
  for (;;) { // expect: async-loop-without-suspend: has no bound
    if (!more())
      throw std::runtime_error("nothing");
    value = step(value);
  }
  co_return value;
}

aio::Coroutine<int> withGoto(int value) {
  while (!false) { // expect: async-loop-without-suspend: has no bound
    value = step(value);
    if (value > 7)
      goto done;
  }
done:
  co_return value;
}

/// The break leaves the switch, not the loop.
aio::Coroutine<void> breakOfASwitch(int value) {
  while (true) { // expect: async-loop-without-suspend: neither suspends nor ends
    switch (step(value)) {
    case 1:
      break;
    default:
      work();
    }
  }
  co_return;
}

aio::Coroutine<int> counted() {
  int sum = 0;
  for (int i = 0; i < 10'000'000; ++i) // expect: async-loop-without-suspend: this loop runs its body 10000000 times without suspending
    sum += step(i);
  co_return sum;
}

aio::Coroutine<int> nested() {
  int sum = 0;
  for (int i = 0; i < 2000; ++i) // expect: async-loop-without-suspend: this loop runs its body 2000000 times
    for (int k = 0; k < 1000; ++k)
      sum += step(i * k);
  co_return sum;
}

constexpr int size = 4'000'000;
aio::Coroutine<int> named() {
  int sum = 0;
  for (unsigned i = 0; i != size; i += 2) // expect: async-loop-without-suspend: 2000000 times
    sum += step(i);
  co_return sum;
}

aio::Coroutine<void> inner() {
  while (more()) {
    co_await aio::sleep(1);
    while (true) { // expect: async-loop-without-suspend: has no bound
      if (step(1))
        break;
    }
  }
}

template <class T> aio::Coroutine<T> instance(T value) {
  while (true) { // expect: async-loop-without-suspend: has no bound
    value = step(value);
    if (value == 1)
      break;
  }
  co_return value;
}
aio::Coroutine<int> first() { co_return co_await instance(1); }
aio::Coroutine<long> second() { co_return co_await instance(1L); }

auto lambda = []() -> aio::Coroutine<void> {
  for (;;) // expect: async-loop-without-suspend: neither suspends nor ends
    work();
  co_return;
};

/// The suspension is the lambda's, which nobody runs here.
aio::Coroutine<void> suspendsElsewhere() {
  while (true) { // expect: async-loop-without-suspend: neither suspends nor ends
    auto later = []() -> aio::Coroutine<void> { co_await aio::sleep(1); };
    (void)sizeof(later);
  }
  co_return;
}
