// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

aio::AsyncGenerator<int> numbers(int count) {
  for (int i = 0; i < count; ++i) {
    co_yield i;
    co_await aio::sleep(0);
  }
}

aio::Coroutine<int> first() {
  auto items = numbers(3);
  const auto item = co_await items.next();
  co_await items.aclose();
  co_return *item;
}

aio::Coroutine<int> all() {
  auto items = numbers(3);
  int sum = 0;
  while (const auto item = co_await items.next())
    sum += *item;
  co_return sum;
}

aio::Coroutine<void> program() {
  co_await first();
  co_await all();
}

int main() { aio::run(program()); }
