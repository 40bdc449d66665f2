// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang-tidy of another LLVM release may load AsyncTidy.so, print nothing and exit with 0. Have it
// check this file before you believe its silence: it must print async-unawaited-coroutine.
//   clang-tidy-19 -load AsyncTidy.so -checks='-*,async-*' -config='{}' canary.cpp -- -std=c++20
#include <coroutine>
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
Task work() { co_return; }
void caller() { work(); }
