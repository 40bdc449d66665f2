// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: cannot reuse already awaited coroutine
#include <aio/aio.h>

#include <cstdio>
#include <utility>

aio::Coroutine<int> answer() {
  co_await aio::sleep(0);
  co_return 42;
}

aio::Coroutine<int> sum() {
  auto coroutine = answer();
  int first = co_await std::move(coroutine);
  co_return first + co_await std::move(coroutine); // expect: async-double-await: 'coroutine' is awaited again
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(sum()); // expect: async-unretrieved-exception: nobody reads
  co_await aio::sleep(0.01);
  // The task ends with the error, and nobody looks at it.
  std::puts(task.done() ? "done" : "pending");
}

int main() { aio::run(program()); }
