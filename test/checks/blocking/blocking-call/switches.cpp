// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Files=false
// options: async-blocking-call.Mutexes=true
// options: async-blocking-call.AllowedFunctions=usleep
#include <aio/aio.h>

#include <cstdio>
#include <fstream>
#include <mutex>
#include <string>
#include <unistd.h>

aio::Coroutine<void> caller(std::mutex &mutex, std::string name) {
  std::ifstream file(name);
  {
    std::lock_guard<std::mutex> guard(mutex);  // expect: async-blocking-call: 'std::lock_guard' blocks
  }
  mutex.lock();                                // expect: async-blocking-call: blocks the event loop
  mutex.unlock();
  usleep(1);
  co_await aio::sleep(0);
}
