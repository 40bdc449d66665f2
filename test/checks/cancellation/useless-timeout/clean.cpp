// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

void log(const char *text);
aio::Coroutine<int> fetch(int key);
aio::Coroutine<int> readIt() { co_return co_await fetch(1); }
aio::Coroutine<int> compute() { co_return 1; }
aio::Coroutine<int> sometimes(bool now) {
  if (now)
    co_return 1;
  co_return co_await fetch(2);
}
aio::Coroutine<int> again(int n) { co_return n == 0 ? 0 : co_await again(n - 1); }

struct Source {
  virtual ~Source() = default;
  virtual aio::Coroutine<int> next() { co_return 1; }
};

struct Lock {
  aio::Coroutine<void> enter() const;
  aio::Coroutine<void> exit(std::exception_ptr error) const;
};

aio::Coroutine<void> scopes(bool quick, std::function<aio::Coroutine<void>()> given) {
  co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<void> { co_await fetch(1); });
  co_await aio::with(aio::timeout(1), [&]() -> aio::Coroutine<void> {
    if (!quick)
      co_await aio::sleep(1);
  });
  co_await aio::with(aio::timeout(1), given);
  co_await aio::with(aio::timeout(1), readIt);
  co_await aio::with(aio::timeout(1), [] { return fetch(1); });
  co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<int> { co_return co_await readIt(); });
  auto body = [](auto limit) -> aio::Coroutine<void> { co_await fetch(1); };
  co_await aio::with(aio::timeout(1), body);
  const Lock lock;
  co_await aio::with(lock, []() -> aio::Coroutine<void> {
    log("locked");
    co_return;
  });
  co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<void> {
    for (int i = 0; i < 3; ++i)
      co_await aio::sleep(0);
  });
  co_await aio::with(aio::timeout(1), []() -> aio::Coroutine<void> {
    co_await aio::with(aio::timeout(2), []() -> aio::Coroutine<void> { co_await fetch(1); });
  });
}

aio::Coroutine<void> bounded(aio::Task<int> task, aio::Future<int> future, Source &source,
                             std::vector<aio::Task<int>> &tasks) {
  co_await aio::wait_for(fetch(1), 1.0);
  co_await aio::wait_for(readIt(), 1.0);
  co_await aio::wait_for(sometimes(true), 1.0);
  co_await aio::wait_for(again(3), 1.0);
  co_await aio::wait_for(task, 1.0);
  co_await aio::wait_for(future, 1.0);
  co_await aio::wait_for(source.next(), 1.0);
  co_await aio::wait_for(tasks.front(), 1.0);
  co_await aio::wait_for(aio::sleep(1), 2.0);
  co_await aio::wait_for(aio::shield(readIt()), 2.0);
  auto made = readIt();
  co_await aio::wait_for(std::move(made), 1.0);
  auto other = compute();
  co_await aio::wait_for(std::move(other), 1.0);
}

/// Done already is not the same as never suspending.
aio::Coroutine<void> done() {
  auto task = aio::create_task(compute());
  co_await aio::sleep(0);
  co_await aio::wait_for(task, 1.0);
}

namespace mine {
struct [[clang::annotate("asynctidy::timeout")]] Deadline {
  explicit Deadline(double seconds);
  ~Deadline();
  bool expired() const;
};
void watch(Deadline &deadline);
} // namespace mine

aio::Coroutine<void> homeMade(bool quick) {
  {
    mine::Deadline deadline(1);
    co_await fetch(1);
  }
  {
    mine::Deadline deadline(1);
    if (!quick)
      co_await fetch(1);
  }
  {
    mine::Deadline deadline(1);
    mine::watch(deadline);
  }
  for (int i = 0; i < 3; ++i) {
    mine::Deadline deadline(1);
    log("works");
    co_await fetch(i);
  }
  mine::Deadline deadline(1);
  try {
    co_await fetch(1);
  } catch (const aio::TimeoutError &) {
    log("too late");
  }
  auto owned = std::make_unique<mine::Deadline>(1);
}

/// Somebody else's suspensions are bounded by it.
void plain() {
  mine::Deadline deadline(1);
  log("works");
}

aio::Coroutine<void> generated(bool last) {
  auto numbers = []() -> aio::AsyncGenerator<int> { co_yield 1; };
  mine::Deadline deadline(1);
  auto generator = numbers();
  co_await generator.aclose();
}
