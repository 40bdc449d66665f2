// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <cstdio>

aio::Coroutine<void> save() {
  co_await aio::sleep(0.02);
  std::puts("saved");
}

aio::Coroutine<void> forEver() {
  while (true)
    co_await aio::sleep(60);
}

aio::Coroutine<void> serve() { co_await aio::sleep(0.01); }

int main() {
  aio::EventLoop loop;
  auto saving = loop.create_task(save());
  auto watching = loop.create_task(forEver());
  loop.run_until_complete(serve());
  loop.run_until_complete(saving);
  watching.cancel();
  loop.run_until_complete(aio::sleep(0));
  loop.close();
}
