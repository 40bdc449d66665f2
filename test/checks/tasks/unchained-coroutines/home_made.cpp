// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tasks that start when their function is called, and a method that an attribute describes.
#include <coroutine>
#include <exception>

struct Task {
  struct promise_type {
    std::exception_ptr error;
    Task get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
struct Channel {
  Task connect();
  Task send(int);
  [[clang::annotate("asynctidy::closes")]] Task hangUp();
};

void dropped(Channel &channel) {
  channel.connect(); // expect: async-unchained-coroutines: 'Channel::connect' is started and not awaited before 'Channel::send'
  channel.send(1); // expect: async-unchained-coroutines: 'Channel::send' is started and not awaited before 'Channel::hangUp'
  channel.hangUp(); // expect: async-discarded-task: is dropped
}

Task chained(Channel &channel) {
  co_await channel.connect();
  co_await channel.send(1);
  co_await channel.hangUp();
}
