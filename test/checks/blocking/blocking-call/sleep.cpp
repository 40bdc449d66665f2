// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: Executing
#include <aio/aio.h>

#include <chrono>
#include <thread>

using namespace std::chrono_literals;

void nap() { std::this_thread::sleep_for(150ms); }

aio::Coroutine<void> caller() {
  std::this_thread::sleep_for(150ms);  // expect: async-blocking-call: 'std::this_thread::sleep_for' blocks the event loop that runs this coroutine
                                       // note: use co_await aio::sleep(...) instead
  nap();                             // expect: async-blocking-call: 'nap' blocks the event loop that runs this coroutine: it calls 'std::this_thread::sleep_for'
                                       // note: 'nap' calls 'std::this_thread::sleep_for' here
  co_await aio::sleep(0.001);
}

int main() { aio::run(caller()); }
