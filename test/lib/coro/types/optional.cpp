// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::optional as a coroutine type: traits, and no frame once the call has returned.
//
// type: std::optional<int>
// start: eager
// synchronous: yes
// generator: no
#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace t {
template <class T> struct optional_promise {
  std::optional<T> *slot = nullptr;
  struct object {
    std::optional<T> value;
    object(optional_promise &p) { p.slot = &value; }
    operator std::optional<T>() { return std::move(value); }
  };
  object get_return_object() { return object(*this); }
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void return_value(T v) { slot->emplace(std::move(v)); }
  void unhandled_exception() { throw; }
  template <class U> auto await_transform(std::optional<U> o) {
    struct awaiter {
      std::optional<U> o;
      bool await_ready() { return o.has_value(); }
      void await_suspend(std::coroutine_handle<> h) { h.destroy(); }
      U await_resume() { return *std::move(o); }
    };
    return awaiter{std::move(o)};
  }
};
} // namespace t
template <class T, class... Args> struct std::coroutine_traits<std::optional<T>, Args...> {
  using promise_type = t::optional_promise<T>;
};
#ifdef DEFINED
std::optional<int> one() { co_return 1; }
std::optional<int> two() { co_return co_await one(); }
#endif
