// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <optional>
#include <utility>
#include <vector>

aio::Coroutine<int> fetch();
void run(aio::Coroutine<int> coroutine);
void log(const char *text);

aio::Coroutine<int> earlyReturn(bool cached) {
  auto result = fetch(); // expect: async-unawaited-coroutine: coroutine 'fetch' is stored in 'result', which is not awaited on every way to its end; there it never runs
                         // note: if this holds
  if (cached)
    co_return 1;
  co_return co_await std::move(result);
}

aio::Coroutine<void> oneBranch(bool wanted) {
  auto result = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
                         // note: if this does not hold
  if (wanted)
    co_await std::move(result);
  else
    log("not wanted");
}

aio::Coroutine<void> oneCase(int kind) {
  auto result = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
  switch (kind) {
  case 0:
    co_await std::move(result);
    break;
  case 1:
    run(std::move(result));
    break;
  default:
    break;
  }
}

aio::Coroutine<void> inALoop(int count) {
  for (int i = 0; i < count; ++i) {
    auto result = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
    if (i == 3)
      continue;
    co_await std::move(result);
  }
}

aio::Coroutine<void> overwritten() {
  auto result = fetch(); // expect: async-unawaited-coroutine: is stored in 'result', which is overwritten before it is awaited; it never runs
                         // note: it is overwritten here
  result = fetch();
  co_await std::move(result);
}

void plain(bool wanted) {
  auto result = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
  if (wanted)
    run(std::move(result));
}

aio::Coroutine<void> everyWay(bool quick, int kind) {
  auto both = fetch();
  if (quick)
    co_await std::move(both);
  else
    run(std::move(both));

  auto sameTest = fetch();
  if (quick)
    run(std::move(sameTest));
  log("between");
  if (!quick)
    co_await std::move(sameTest);

  auto closed = fetch();
  if (kind == 1)
    closed.close();
  else
    co_await std::move(closed);

  auto thrown = fetch();
  if (kind == 2)
    throw 1;
  co_await std::move(thrown);

  auto awaitThrows = fetch();
  co_await fetch();
  co_await std::move(awaitThrows);

  std::vector<aio::Coroutine<int>> all;
  auto stored = fetch();
  all.push_back(std::move(stored));

  auto moved = fetch();
  auto other = std::move(moved);
  co_await std::move(other);

  auto tested = fetch();
  if (tested)
    co_await std::move(tested);

  auto captured = fetch();
  auto later = [&] { run(std::move(captured)); };
  later();

  for (;;) {
    auto once = fetch();
    co_await std::move(once);
    if (kind == 3)
      break;
  }

  auto reused = fetch();
  co_await std::move(reused);
  reused = fetch();
  co_await std::move(reused);
}

// Constants say that these loops run at least once.
aio::Coroutine<void> loops() {
  auto counted = fetch();
  for (int i = 0; i < 10; ++i) {
    log("once");
    co_await std::move(counted);
    break;
  }
  auto down = fetch();
  for (int i = 1; i != 0; --i) {
    co_await std::move(down);
    break;
  }
}

aio::Coroutine<void> perhapsNoRound(int many) {
  auto counted = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
  for (int i = 0; i < many; ++i) {
    co_await std::move(counted);
    break;
  }
  auto skipped = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
  for (int i = 0; i < 3; ++i)
    if (many == i)
      co_await std::move(skipped);
}

aio::Coroutine<int> handedOut(bool quick) {
  auto result = fetch();
  if (quick)
    return result;
  log("slow");
  return result;
}

template <class T> aio::Coroutine<void> generic(bool wanted) {
  auto result = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
  if (wanted)
    co_await std::move(result);
}
template aio::Coroutine<void> generic<int>(bool);
template aio::Coroutine<void> generic<long>(bool);
