// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Going to the next value is awaited; whether dropping it destroys the frame depends on a state.
//
// type: lib::async_generator<int>
// start: lazy
// drop: unknown
// errors: stored
// awaitable: no
// generator: yes
// async-generator: yes
#include <atomic>
#include <coroutine>
#include <exception>

namespace lib {
template <typename T> class async_generator {
public:
  struct promise_type {
    async_generator get_return_object() {
      return async_generator{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(T &value) noexcept {
      value_ = &value;
      return {};
    }
    std::suspend_always yield_value(T &&value) noexcept { return yield_value(value); }
    void unhandled_exception() { error_ = std::current_exception(); }
    void return_void() {}
    bool request_cancellation() noexcept {
      return state_.exchange(4, std::memory_order_acq_rel) == 1;
    }
    T *value_ = nullptr;
    std::atomic<int> state_ = 0;
    std::exception_ptr error_;
  };
  struct begin_operation {
    std::coroutine_handle<promise_type> handle;
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept { return handle; }
    T *await_resume() { return handle.promise().value_; }
  };
  explicit async_generator(std::coroutine_handle<promise_type> h) : handle_(h) {}
  ~async_generator() {
    if (handle_) {
      if (handle_.promise().request_cancellation()) {
        handle_.destroy();
      }
    }
  }
  auto begin() noexcept { return begin_operation{handle_}; }

private:
  std::coroutine_handle<promise_type> handle_;
};
} // namespace lib
#ifdef DEFINED
lib::async_generator<int> numbers() { co_yield 1; }
#endif
