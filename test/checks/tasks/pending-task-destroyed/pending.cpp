// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: Task was destroyed but it is pending!
#include <aio/aio.h>

#include <cstdio>

aio::Coroutine<void> save() {
  co_await aio::sleep(60);
  std::puts("saved");
}

aio::Coroutine<void> serve() { co_await aio::sleep(0.01); }

int main() {
  aio::EventLoop loop;
  (void)loop.create_task(save()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
  loop.run_until_complete(serve());
  loop.close();
}
