// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async.Tier=off
// The operator, the call or the whole statement comes from a macro.
#include <aio/aio.h>

#include <utility>

#define AWAIT co_await
#define AWAITED(x) (co_await (x))
#define TRY(x) do { if (co_await (x) < 0) co_return; } while (false)
#define START(name) auto name = fetch()
#define IGNORE(x) x

aio::Coroutine<int> fetch();

aio::Coroutine<void> clean() {
  AWAIT fetch();
  int n = AWAITED(fetch());
  TRY(fetch());
  START(work);
  co_await std::move(work);
  (void)n;
}

aio::Coroutine<void> flagged() {
  IGNORE(fetch()); // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited
  START(forgotten); // expect: async-unawaited-coroutine: which is never awaited
  START(early); // expect: async-unawaited-coroutine: is not awaited on every way to its end
  TRY(fetch());
  AWAIT std::move(early);
}
