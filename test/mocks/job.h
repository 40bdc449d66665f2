// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A task type of nobody's library, for what is no coroutine library itself: code in a Job runs on
/// an event loop.
#pragma once

#include <coroutine>
#include <exception>

struct Job {
  struct promise_type {
    Job get_return_object() {
      return Job{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }

    std::exception_ptr error;
  };

  explicit Job(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
  Job(Job &&other) noexcept : coroutine_(other.coroutine_) { other.coroutine_ = nullptr; }
  ~Job() {
    if (coroutine_)
      coroutine_.destroy();
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept { return coroutine_; }
  void await_resume() {}

private:
  std::coroutine_handle<promise_type> coroutine_;
};
