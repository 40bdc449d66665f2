// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <stdexcept>

aio::Coroutine<int> fails(const char *why) {
  co_await aio::sleep(0);
  throw std::runtime_error(why);
}

aio::Coroutine<int> sum() {
  auto first = aio::create_task(fails("first"));
  auto second = aio::create_task(fails("second"));
  const auto [a, b] = co_await aio::gather(first, second);
  co_return a + b;
}

aio::Coroutine<void> program() {
  try {
    co_await sum();
  } catch (const std::runtime_error &) {
  }
  co_await aio::sleep(0.01);
}

int main() { aio::run(program()); }
