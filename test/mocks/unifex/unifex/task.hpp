// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/sender_concepts.hpp>

#include <coroutine>

namespace unifex {

namespace _task {

template <class T, bool nothrow> struct _task {
  struct [[nodiscard]] type;
};

/// A handle that destroys the coroutine.
template <class Promise> struct _coro_holder {
  explicit _coro_holder(std::coroutine_handle<Promise> coro) noexcept : coro_(coro) {}
  _coro_holder(_coro_holder &&other) noexcept : coro_(std::exchange(other.coro_, {})) {}
  ~_coro_holder() {
    if (coro_)
      coro_.destroy();
  }
  std::coroutine_handle<Promise> coro_;
};

struct _promise_base {
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::coroutine_handle<> continuation_;
};

template <class T, bool nothrow> struct _result_and_unhandled_exception {
  struct type {
    void unhandled_exception() noexcept {
      if constexpr (nothrow)
        std::terminate();
      else
        exception_ = std::current_exception();
    }
    std::exception_ptr exception_;
  };
};
template <class T, bool nothrow> struct _return_value_or_void {
  struct type : _result_and_unhandled_exception<T, nothrow>::type {
    template <class Value> void return_value(Value &&value) noexcept {}
  };
};
template <bool nothrow> struct _return_value_or_void<void, nothrow> {
  struct type : _result_and_unhandled_exception<void, nothrow>::type {
    void return_void() noexcept {}
  };
};

template <class T> struct _awaiter {
  bool await_ready() noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) noexcept;
  T await_resume();
};

template <class T, bool nothrow> struct _promise {
  struct type final : _promise_base, _return_value_or_void<T, nothrow>::type {
    using result_type = T;

    typename _task<T, nothrow>::type get_return_object() noexcept {
      return typename _task<T, nothrow>::type{std::coroutine_handle<type>::from_promise(*this)};
    }
    auto final_suspend() noexcept {
      struct awaiter final {
        bool await_ready() noexcept { return false; }
        void await_resume() noexcept {}
        auto await_suspend(std::coroutine_handle<type> handle) noexcept {
          return handle.promise().continuation_;
        }
      };
      return awaiter{};
    }
    template <class Value> decltype(auto) await_transform(Value &&value) {
      if constexpr (requires { typename Value::promise_type::result_type; })
        return _awaiter<typename Value::promise_type::result_type>{};
      else
        return _awaiter<int>{};
    }
  };
};

template <class T, bool nothrow>
struct [[nodiscard]] _task<T, nothrow>::type : _coro_holder<typename _promise<T, nothrow>::type> {
  using promise_type = typename _promise<T, nothrow>::type;
  using _coro_holder<promise_type>::_coro_holder;
  template <template <class...> class Variant, template <class...> class Tuple>
  using value_types = Variant<Tuple<T>>;
  template <template <class...> class Variant> using error_types = Variant<std::exception_ptr>;
  static constexpr bool sends_done = true;
};

} // namespace _task

template <class T> using task = typename _task::_task<T, false>::type;
template <class T> using nothrow_task = typename _task::_task<T, true>::type;

} // namespace unifex
