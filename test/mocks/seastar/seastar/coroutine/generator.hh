// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/coroutine.hh>

#include <optional>

namespace seastar::coroutine::experimental {

template <class Ref, class Value = Ref> class [[nodiscard]] generator {
public:
  class promise_type {
  public:
    generator get_return_object() noexcept {
      return generator{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(Ref &&value) noexcept { return {}; }
    void unhandled_exception() noexcept { error_ = std::current_exception(); }
    void return_void() noexcept {}

  private:
    std::exception_ptr error_;
  };

  class [[nodiscard]] call_awaiter {
  public:
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) noexcept;
    std::optional<Value> await_resume();
  };

  generator(generator &&other) noexcept : _coro(std::exchange(other._coro, {})) {}
  ~generator() {
    if (_coro)
      _coro.destroy();
  }
  call_awaiter operator()() noexcept;

private:
  explicit generator(std::coroutine_handle<promise_type> coro) noexcept : _coro(coro) {}
  std::coroutine_handle<promise_type> _coro;
};

} // namespace seastar::coroutine::experimental
