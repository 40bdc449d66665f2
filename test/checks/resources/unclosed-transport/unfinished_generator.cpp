// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: asynchronous generator 'numbers' was destroyed without aclose()
#include <aio/aio.h>

aio::AsyncGenerator<int> numbers() {
  for (int i = 0;; ++i) {
    co_yield i;
    co_await aio::sleep(0);
  }
}

aio::Coroutine<int> first() {
  auto items = numbers(); // expect: async-unclosed-transport: 'items' is never closed
                          // fix: co_await items.aclose();
                          // fix: co_return *item;
  const auto item = co_await items.next();
  co_return *item;
}

int main() { return aio::run(first()); }
