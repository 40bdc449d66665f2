// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/cobalt/promise.hpp>

#include <thread>

namespace boost::cobalt {

struct thread;

namespace detail {

struct thread_awaitable {
  bool await_ready() const;
  bool await_suspend(std::coroutine_handle<> handle);
  void await_resume();
};

struct thread_promise {
  struct initial_awaitable {
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<thread_promise> handle);
    void await_resume() {}
  };
  auto initial_suspend() noexcept { return initial_awaitable{}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() { throw; }
  void return_void() {}
  thread get_return_object();
};

} // namespace detail

struct thread {
  thread(thread &&) noexcept = default;
  ~thread() {
    if (thread_.joinable())
      thread_.join();
  }
  void cancel(asio::cancellation_type type = asio::cancellation_type::all);
  auto operator co_await() & -> detail::thread_awaitable;
  auto operator co_await() && -> detail::thread_awaitable;
  void join();
  bool joinable() const;
  void detach();

  using promise_type = detail::thread_promise;

private:
  friend struct detail::thread_promise;
  thread(std::thread thread);
  std::thread thread_;
};

inline thread detail::thread_promise::get_return_object() { return thread(std::thread()); }

} // namespace boost::cobalt
