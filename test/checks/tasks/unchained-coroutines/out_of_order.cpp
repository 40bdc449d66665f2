// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: error: Task exception was never retrieved
#include <aio/aio.h>

#include <stdexcept>

bool created = false;

aio::Coroutine<void> create() {
  co_await aio::sleep(0.01);
  created = true;
}

aio::Coroutine<void> write() {
  if (!created)
    throw std::runtime_error("no such file");
  co_return;
}

aio::Coroutine<void> close() {
  co_await aio::sleep(0);
  created = false;
}

void start() {
  aio::create_task(create()); // expect: async-unchained-coroutines: 'create' is started and not awaited before 'write'
  aio::create_task(write()); // expect: async-discarded-task: is dropped
  aio::create_task(close()); // expect: async-discarded-task: is dropped
}

aio::Coroutine<void> program() {
  start();
  co_await aio::sleep(0.02);
}

int main() { aio::run(program()); }
