// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Code that the loop runs and that is no coroutine: by the type that it returns, by whom it is given
// to, by what it is held in.
#include <aio/aio.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

using namespace std::chrono_literals;

/// Whoever returns one runs on the reactor of a core.
template <class T = void> struct [[clang::annotate("asynctidy::on_loop")]] Eventually {
  Eventually();
  Eventually(Eventually &&);
  ~Eventually();
  template <class F> Eventually<> then(F &&continuation);
};

void log(const char *text);

Eventually<> sleeps() {
  std::this_thread::sleep_for(1s); // expect: async-blocking-call: blocks the event loop that runs this callback
  return {};
}

Eventually<> reads(const std::string &path) {
  std::ifstream file(path); // expect: async-blocking-call: 'std::ifstream' blocks the event loop
  return {};
}

std::uintmax_t space(const std::string &path) { return std::filesystem::space(path).free; }

struct Monitor {
  std::uintmax_t free_ = 0;
  Eventually<> update() {
    free_ = space("/"); // expect: async-blocking-call: 'space' blocks the event loop that runs this callback: it calls 'std::filesystem::space'
                        // note: 'space' calls 'std::filesystem::space' here
    return {};
  }
};

template <class T> Eventually<T> instance(T) {
  std::this_thread::sleep_for(1s); // expect: async-blocking-call: blocks the event loop
  return {};
}
Eventually<int> first() { return instance(1); }
Eventually<long> second() { return instance(2L); }

/// Recursion is no way out.
int countdown(int n) {
  if (n == 0) {
    std::this_thread::sleep_for(1s);
    return 0;
  }
  return countdown(n - 1);
}
Eventually<> recursive() {
  countdown(3); // expect: async-blocking-call: 'countdown' blocks the event loop
  return {};
}

// What follows does not block, or not the loop.

void plain() { std::this_thread::sleep_for(1s); }

Eventually<> ready() { return {}; }

Eventually<> elsewhere() {
  std::thread([] { std::this_thread::sleep_for(1s); }).detach();
  return {};
}

Eventually<> noTime() {
  std::this_thread::sleep_for(0s);
  return {};
}
