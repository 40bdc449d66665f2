// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
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

aio::Coroutine<void> program() {
  co_await create();
  co_await write();
  co_await close();
}

int main() { aio::run(program()); }
