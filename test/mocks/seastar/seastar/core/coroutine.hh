// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>
#include <seastar/coroutine/exception.hh>

#include <coroutine>

namespace seastar::internal {

template <class T = void> class coroutine_traits_base {
public:
  class promise_type final {
    seastar::promise<T> _promise;

  public:
    promise_type() = default;
    template <class U> void return_value(U &&value) noexcept {
      _promise.set_value(std::forward<U>(value));
    }
    void return_value(coroutine::exception error) noexcept;
    void unhandled_exception() noexcept { _promise.set_exception(std::current_exception()); }
    seastar::future<T> get_return_object() noexcept { return _promise.get_future(); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
  };
};

template <> class coroutine_traits_base<void> {
public:
  class promise_type final {
    seastar::promise<> _promise;

  public:
    promise_type() = default;
    void return_void() noexcept;
    void unhandled_exception() noexcept { _promise.set_exception(std::current_exception()); }
    seastar::future<> get_return_object() noexcept { return _promise.get_future(); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
  };
};

template <class T> struct awaiter {
  seastar::future<T> _future;
  explicit awaiter(seastar::future<T> &&future) noexcept;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> handle) noexcept;
  T await_resume();
};

} // namespace seastar::internal

namespace seastar {
template <class T> auto operator co_await(future<T> future) noexcept {
  return internal::awaiter<T>(std::move(future));
}
} // namespace seastar

template <class T, class... Args>
class std::coroutine_traits<seastar::future<T>, Args...>
    : public seastar::internal::coroutine_traits_base<T> {};
