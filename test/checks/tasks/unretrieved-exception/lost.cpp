// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: error: Task exception was never retrieved
#include <aio/aio.h>

#include <stdexcept>

aio::Coroutine<int> fails(const char *why) {
  co_await aio::sleep(0);
  throw std::runtime_error(why);
}

aio::Coroutine<int> sum() {
  auto first = aio::create_task(fails("first"));
  auto second = aio::create_task(fails("second")); // expect: async-unretrieved-exception: nobody reads 'second' and an error of it is lost
  co_return co_await first + co_await second;
}

aio::Coroutine<void> program() {
  try {
    co_await sum();
  } catch (const std::runtime_error &) {
  }
  // The second task ends, too.
  co_await aio::sleep(0.01);
}

int main() { aio::run(program()); }
