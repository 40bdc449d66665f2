// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Eager tasks of a library that no model describes.
#include <coroutine>
#include <exception>
#include <tuple>
#include <utility>

namespace home {

/// Starts at once; the frame goes on when the handle is dropped; errors wait for an awaiter.
class Task {
public:
  struct promise_type {
    Task get_return_object() { return Task(); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
    std::exception_ptr error;
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<> awaiting);
  void await_resume();
};

/// Nobody can await it and an error ends the program: dropping it is what it is for.
struct FireAndForget {
  struct promise_type {
    FireAndForget get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

Task start();
FireAndForget fire();
[[clang::annotate("asynctidy::detaches")]] Task startDetached();

} // namespace home

home::Task caller(bool twice) {
  home::start();       // expect: async-discarded-task: the task from 'home::start' is dropped; nobody sees its end, and its error is lost
                       // fix: co_await home::start();
  if (twice)
    home::start();     // expect: async-discarded-task: the task from 'home::start' is dropped
                       // fix: co_await home::start();
  (void)home::start();
  std::ignore = home::start();
  home::fire();
  home::startDetached();
  co_await home::start();
  auto kept = home::start();
  co_await kept;
}

void plain() {
  home::start();  // expect: async-discarded-task: the task from 'home::start' is dropped
                  // note: keep the handle and wait for it
}

/// Whatever goes wrong in it is handled in it.
home::Task guarded() {
  try {
    co_await home::start();
  } catch (...) {
  }
}
home::Task logged(bool &failed) {
  try {
    co_await home::start();
    if (failed)
      throw 1;
  } catch (int) {
    failed = true;
  } catch (...) {
    failed = true;
  }
  failed = false;
}
home::Task rethrown() {
  try {
    co_await home::start();
  } catch (...) {
    throw;
  }
}
home::Task partly() {
  try {
    co_await home::start();
  } catch (...) {
  }
  co_await home::start();
}
home::Task named() {
  try {
    co_await home::start();
  } catch (int) {
  }
}

void background(bool &failed) {
  guarded();
  logged(failed);
  rethrown();  // expect: async-discarded-task: the task from 'rethrown' is dropped
  partly();    // expect: async-discarded-task: the task from 'partly' is dropped
  named();     // expect: async-discarded-task: the task from 'named' is dropped
}
