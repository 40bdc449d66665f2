// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async.Tier=off
// Ways that goto, switch, computed jumps and code that nothing leads to make.
#include <aio/aio.h>

#include <utility>

aio::Coroutine<int> fetch();
int ask();

aio::Coroutine<void> back() {
again:
  auto work = fetch(); // expect: async-unawaited-coroutine: is not awaited on every way to its end
  if (ask() == 1)
    goto again;
  co_await std::move(work);
}

aio::Coroutine<void> out() {
  {
    auto work = fetch(); // expect: async-unawaited-coroutine: is not awaited on every way to its end
    if (ask() == 1)
      goto end;
    co_await std::move(work);
  }
end:
  co_await fetch();
}

aio::Coroutine<void> chosen() {
  auto work = fetch(); // expect: async-unawaited-coroutine: is not awaited on every way to its end
  switch (ask()) {
  case 1:
    co_await std::move(work);
    break;
  case 2:
    break;
  default:
    co_await std::move(work);
  }
}

aio::Coroutine<void> fallsThrough() {
  auto work = fetch();
  switch (ask()) {
  case 1:
  case 2:
    ask();
    [[fallthrough]];
  default:
    co_await std::move(work);
  }
}

aio::Coroutine<void> intoScopes() {
  auto work = fetch(); // expect: async-unawaited-coroutine: is not awaited on every way to its end
  switch (ask()) {
  case 0:
    while (ask()) {
    case 1:
      ask();
    }
    co_await std::move(work);
  }
}

aio::Coroutine<void> device() {
  auto work = fetch();
  int n = 4;
  switch (ask()) {
  case 0:
    do {
      ask();
    case 1:
      ask();
    } while (--n > 0);
  }
  co_await std::move(work);
}

// No coroutine may do this.
void computed() {
  auto work = fetch();
  static void *places[] = {&&first, &&second};
  goto *places[ask()];
first:
  ask();
second:
  aio::run(std::move(work));
}

void computedPast() {
  auto work = fetch(); // expect: async-unawaited-coroutine: is not awaited on every way to its end
  static void *places[] = {&&first, &&second};
  goto *places[ask()];
first:
  aio::run(std::move(work));
second:
  ask();
}

aio::Coroutine<void> nothingLeadsHere() {
  co_return;
  auto work = fetch();
  if (ask())
    co_await std::move(work);
}

aio::Coroutine<void> nothingLeadsOut() {
  auto work = fetch();
  while (true)
    co_await aio::sleep(1);
  co_await std::move(work);
}

aio::Coroutine<void> constants() {
  auto work = fetch();
  if (false)
    co_return;
  if constexpr (sizeof(int) == 1)
    co_return;
  co_await std::move(work);
}
