// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'fetch' was never awaited
#include <aio/aio.h>

#include <utility>

aio::Coroutine<int> fetch() { co_return 1; }

aio::Coroutine<int> look(bool cached) {
  auto result = fetch(); // expect: async-unawaited-coroutine: not awaited on every way
  if (cached)
    co_return 0;
  co_return co_await std::move(result);
}

aio::Coroutine<void> program() {
  co_await look(false);
  co_await look(true);
}

int main() { aio::run(program()); }
