// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <thread>

aio::Coroutine<int> work() {
  co_await aio::sleep(0.01);
  co_return 1;
}

aio::Coroutine<int> caller() {
  aio::Task<int> task = aio::create_task(work());
  co_await task;
  co_return task.result();
}

aio::Coroutine<void> elsewhere() {
  co_await aio::to_thread([] {
    std::thread thread([] {});
    thread.join();
  });
}

int main() {
  aio::run(caller());
  aio::run(elsewhere());
  std::thread thread([] {});
  thread.join();
}
