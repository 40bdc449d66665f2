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
