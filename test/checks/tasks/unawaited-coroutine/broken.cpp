// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// errors: allowed
// A variable whose uses were in code that does not compile may have been awaited.
#include <aio/aio.h>

aio::Coroutine<int> fetch();

aio::Coroutine<void> uses() {
  auto work = fetch();
  undeclared(work);
  co_await fetch();
}

aio::Coroutine<undeclared> nobody() {
  fetch();
}

template <class T> aio::Coroutine<void> dependent(T t) {
  t.fetch();
  auto held = t.fetch();
  co_await t;
}
