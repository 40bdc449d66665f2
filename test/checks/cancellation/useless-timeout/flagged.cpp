// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <chrono>
#include <utility>
#include <vector>

void log(const char *text);
aio::Coroutine<int> fetch(int key);

aio::Coroutine<int> compute(int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += i;
  co_return sum;
}

aio::Coroutine<int> throughAnother(int n) { co_return co_await compute(n) + 1; }

struct Table {
  aio::Coroutine<int> sum() const { co_return 1; }
  static aio::Coroutine<int> size() { co_return 2; }
};

aio::Coroutine<void> scopes(bool quick, int kind) {
  co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<void> { // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
    log("nothing to wait for");
    co_return;
  });
  co_await aio::with(aio::timeout(1), [&]() -> aio::Coroutine<void> { co_await compute(1000); }); // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
  auto limit = aio::timeout(1);
  co_await aio::with(limit, [&]() -> aio::Coroutine<void> { // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
    if (quick)
      co_return;
    log("slow");
  });
  co_await aio::with(aio::timeout_at(12.5), [](aio::Timeout) -> aio::Coroutine<int> { co_return 1; }); // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
  auto body = [&]() -> aio::Coroutine<int> { co_return kind; };
  co_await aio::with(aio::timeout(1), body); // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
  co_await aio::with(aio::timeout(1), std::move(body)); // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
  const int value = co_await aio::with(aio::timeout(2), []() -> aio::Coroutine<int> { // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
    co_return 7;
  });
  switch (value) {
  case 7:
    co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<void> { co_return; }); // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
  }
  for (int i = 0; i < 3; ++i)
    co_await aio::with(aio::timeout(1), [i]() -> aio::Coroutine<void> { // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
      for (int j = 0; j < i; ++j)
        log("works");
      co_return;
    });
  co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<void> { // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
    auto later = []() -> aio::Coroutine<void> { co_await fetch(1); };
    (void)later;
    co_return;
  });
  co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<void> { // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
    throw aio::ValueError("no");
    co_return;
  });
  co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<int> { // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
    co_return co_await throughAnother(3);
  });
}

aio::Coroutine<void> bounded(const Table &table, bool now) {
  co_await aio::wait_for(compute(1), 1.0); // expect: async-useless-timeout: 'compute' never suspends: the timeout cannot end it
  co_await aio::wait_for(throughAnother(1), 1.0); // expect: async-useless-timeout: 'throughAnother' never suspends: the timeout cannot end it
  co_await aio::wait_for(table.sum(), 1.0); // expect: async-useless-timeout: 'Table::sum' never suspends: the timeout cannot end it
  co_await aio::wait_for(Table::size(), 1.0); // expect: async-useless-timeout: 'Table::size' never suspends: the timeout cannot end it
  const int value = co_await aio::wait_for(compute(2), std::chrono::seconds(1)); // expect: async-useless-timeout: 'compute' never suspends: the timeout cannot end it
  if (now && co_await aio::wait_for(compute(value), 1.0) > 3) // expect: async-useless-timeout: 'compute' never suspends: the timeout cannot end it
    log("much");
  try {
    co_await aio::wait_for(compute(3), 1.0); // expect: async-useless-timeout: 'compute' never suspends: the timeout cannot end it
  } catch (const aio::TimeoutError &) {
    log("never happens");
  }
  co_await aio::wait_for([]() -> aio::Coroutine<int> { co_return 1; }(), 1.0); // expect: async-useless-timeout: this lambda never suspends: the timeout cannot end it
  auto task = aio::create_task(aio::wait_for(compute(4), 1.0)); // expect: async-useless-timeout: 'compute' never suspends: the timeout cannot end it
  co_await task;
}

template <class T> aio::Coroutine<T> answer(T value) { co_return value; }
template <class T> aio::Coroutine<void> inATemplate(T value) {
  co_await aio::wait_for(answer(value), 1.0); // expect: async-useless-timeout: 'answer' never suspends: the timeout cannot end it
}
template aio::Coroutine<void> inATemplate(int);
template aio::Coroutine<void> inATemplate(char);

#define LIMITED(coroutine) aio::wait_for(coroutine, 1.0)
aio::Coroutine<void> inAMacro() { co_await LIMITED(compute(5)); } // expect: async-useless-timeout: 'compute' never suspends: the timeout cannot end it

namespace mine {
/// Ends with its scope.
struct [[clang::annotate("asynctidy::timeout")]] Deadline {
  explicit Deadline(double seconds);
  ~Deadline();
  void reset();
};
aio::Coroutine<int> limited([[clang::annotate("asynctidy::bounds")]] aio::Coroutine<int> work,
                            double seconds);
} // namespace mine

aio::Coroutine<void> homeMade(int n) {
  co_await mine::limited(compute(n), 1); // expect: async-useless-timeout: 'compute' never suspends: the timeout cannot end it
  {
    mine::Deadline deadline(1); // expect: async-useless-timeout: nothing suspends while timeout 'deadline' lasts: it cannot end anything
    log("works");
  }
  if (n > 3) {
    const mine::Deadline deadline(2); // expect: async-useless-timeout: nothing suspends while timeout 'deadline' lasts: it cannot end anything
    for (int i = 0; i < n; ++i)
      log("works");
  }
  co_await fetch(1);
  mine::Deadline deadline(1); // expect: async-useless-timeout: nothing suspends while timeout 'deadline' lasts: it cannot end anything
  deadline.reset();
  log("behind the last suspension");
}
