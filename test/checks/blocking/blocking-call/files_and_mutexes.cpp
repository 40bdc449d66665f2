// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: Executing <Task
#include <aio/aio.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <mutex>
#include <netdb.h>
#include <string>
#include <thread>

aio::Coroutine<void> caller(std::mutex &mutex, std::condition_variable &changed, std::string name) {
  std::ifstream file(name);        // expect: async-blocking-call: blocks the event loop
                                   // note: use co_await aio::to_thread
  std::filesystem::remove(name);   // expect: async-blocking-call: 'std::filesystem::remove' blocks
  std::string line;
  std::getline(std::cin, line);    // expect: async-blocking-call: 'std::getline' blocks
  std::getline(file, line);
  gethostbyname(name.c_str());     // expect: async-blocking-call: 'gethostbyname' blocks
  {
    std::lock_guard<std::mutex> brief(mutex);
  }
  std::unique_lock<std::mutex> lock(mutex);
  changed.wait(lock);              // expect: async-blocking-call: 'std::condition_variable::wait' blocks
  co_await aio::sleep(0);
}

int main() {
  std::mutex mutex;
  std::condition_variable changed;
  std::atomic<bool> done = false;
  std::thread other([&] {
    while (!done) {
      std::this_thread::sleep_for(std::chrono::milliseconds(150));
      changed.notify_all();
    }
  });
  aio::run(caller(mutex, changed, "localhost"));
  done = true;
  other.join();
}
