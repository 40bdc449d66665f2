// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'fetch' was never awaited
#include <aio/aio.h>

#include <tuple>
#include <utility>
#include <vector>

aio::Coroutine<int> fetch() { co_return 1; }
void run(aio::Coroutine<int> coroutine) { coroutine.close(); }

aio::Coroutine<int> neverNamed() {
  auto result = fetch();  // expect: async-unawaited-coroutine: coroutine 'fetch' is stored in 'result', which is never awaited; it never runs
                          // fix: auto result = co_await fetch();
  auto &&reference = fetch();  // expect: async-unawaited-coroutine: stored in 'reference'
                               // fix: auto &&reference = co_await fetch();
  [[maybe_unused]] auto quiet = fetch();  // expect: async-unawaited-coroutine: stored in 'quiet'
                                          // fix: [[maybe_unused]] auto quiet = co_await fetch();
  auto voided = fetch();  // expect: async-unawaited-coroutine: stored in 'voided'
                          // fix: auto voided = co_await fetch();
  (void)voided;
  std::ignore = fetch();  // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited
                          // fix: std::ignore = co_await fetch();
  co_return 1;
}

struct Holder {
  aio::Coroutine<int> member = fetch();
  std::vector<aio::Coroutine<int>> all;
};

aio::Coroutine<int> named(Holder &holder, bool early) {
  auto awaited = fetch();
  co_await std::move(awaited);
  auto passed = fetch();
  run(std::move(passed));
  auto captured = fetch();
  auto later = [captured = std::move(captured)]() mutable { run(std::move(captured)); };
  later();
  auto referred = fetch();
  auto byReference = [&] { referred.close(); };
  byReference();
  holder.member = fetch();
  holder.all.push_back(fetch());
  holder.all.emplace_back(fetch());
  auto pair = std::pair(1, fetch());
  Holder aggregate{fetch(), {}};
  static auto kept = fetch();
  int value = co_await fetch();
  auto sometimes = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
  if (early)
    co_return co_await std::move(sometimes);
  co_return value;
}

aio::Coroutine<int> factory() { return fetch(); }
auto arrow = [] { return fetch(); };

template <bool B> aio::Coroutine<void> branch() {
  auto work = fetch();
  if constexpr (B)
    co_await std::move(work);
}
aio::Coroutine<void> branches() {
  co_await branch<true>();
  co_await branch<false>();
}

int main() {
  aio::run(neverNamed());
  aio::run(branches());
}
