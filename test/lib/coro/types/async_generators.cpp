// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Other async generators: next() is awaited; the object itself is awaited; and an eager one.
//
// type: lib::by_next<int>
// start: lazy
// drop: destroys
// generator: yes
// async-generator: yes
//
// type: lib::by_await<int>
// generator: yes
// async-generator: yes
// awaitable: yes
#include <coroutine>
#include <exception>
#include <utility>

namespace lib {
struct promise_base {
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { error = std::current_exception(); }
  void return_void() {}
  std::exception_ptr error;
};
template <class T> class by_next {
public:
  struct promise_type : promise_base {
    by_next get_return_object() {
      return by_next{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always yield_value(T v) { return {}; }
    template <class A> auto &&await_transform(A &&a) { return static_cast<A &&>(a); }
  };
  class next_awaitable {
  public:
    auto operator co_await() && noexcept { return std::suspend_never{}; }
  };
  explicit by_next(std::coroutine_handle<promise_type> h) : coro_(h) {}
  ~by_next() {
    if (coro_)
      coro_.destroy();
  }
  next_awaitable next() { return next_awaitable{}; }

private:
  std::coroutine_handle<promise_type> coro_;
};
template <class T> class [[nodiscard]] by_await {
public:
  struct promise_type : promise_base {
    by_await get_return_object() { return by_await{}; }
    std::suspend_always yield_value(T v) { return {}; }
  };
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
} // namespace lib
