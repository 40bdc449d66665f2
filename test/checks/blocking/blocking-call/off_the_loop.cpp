// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <chrono>
#include <thread>

using namespace std::chrono_literals;

void nap() { std::this_thread::sleep_for(150ms); }

aio::Coroutine<void> caller() {
  co_await aio::sleep(0.001);
  co_await aio::get_running_loop().run_in_executor(nap);
  co_await aio::to_thread([] { std::this_thread::sleep_for(150ms); });
}

int main() {
  std::this_thread::sleep_for(1ms);
  aio::run(caller());
}
