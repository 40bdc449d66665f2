// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a template argument decides is read with the argument.
//
// type: t::task<true>
// start: lazy
//
// type: t::task<false>
// start: eager
//
// type: t::conditional<true>
// start: lazy
//
// type: t::conditional<false>
// start: eager
//
// type: t::with_policy<t::lazy_policy>
// start: lazy
//
// type: t::with_policy<t::eager_policy>
// start: eager
//
// type: t::templated<t::lazy_awaiter>
// start: lazy
#include <coroutine>
#include <exception>
#include <type_traits>

namespace t {
struct promise_base {
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() {}
  void return_void() {}
};
template <bool Lazy> struct task {
  struct promise_type : promise_base {
    task get_return_object() { return {}; }
    auto initial_suspend() {
      if constexpr (Lazy)
        return std::suspend_always{};
      else
        return std::suspend_never{};
    }
  };
};
template <bool Lazy> struct conditional {
  struct promise_type : promise_base {
    conditional get_return_object() { return {}; }
    std::conditional_t<Lazy, std::suspend_always, std::suspend_never> initial_suspend() {
      return {};
    }
  };
};
struct lazy_policy {
  using initial = std::suspend_always;
};
struct eager_policy {
  using initial = std::suspend_never;
};
template <class Policy> struct with_policy {
  struct promise_type : promise_base {
    with_policy get_return_object() { return {}; }
    typename Policy::initial initial_suspend() { return {}; }
  };
};
template <class T> struct lazy_awaiter : std::suspend_always {};
template <template <class> class Awaiter> struct templated {
  struct promise_type : promise_base {
    templated get_return_object() { return {}; }
    Awaiter<int> initial_suspend() { return {}; }
  };
};
} // namespace t
