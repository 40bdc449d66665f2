// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// coroutine_traits in its forms: full specialisation, some parameter lists only, a pattern for
// every type of a template.
//
// type: t::plain
// start: lazy
//
// type: t::void_only
// start: eager
//
// type: t::wrapped<t::wrapped<int>>
// start: eager
//
// type: t::other
// coroutine: no
//
// type: t::both
// start: eager
#include <coroutine>
#include <exception>

namespace t {
struct plain {};
struct void_only {};
struct other {};
template <class T> struct wrapped {};
template <class Object, class Initial> struct promise {
  Object get_return_object() { return {}; }
  Initial initial_suspend() { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() {}
  void return_void() {}
};
// The traits win over the nested class.
struct both {
  using promise_type = promise<both, std::suspend_always>;
};
} // namespace t
template <class... Args> struct std::coroutine_traits<t::plain, Args...> {
  using promise_type = t::promise<t::plain, std::suspend_always>;
};
template <> struct std::coroutine_traits<t::void_only> {
  struct promise_type : t::promise<t::void_only, std::suspend_never> {};
};
template <class T, class First, class... Rest>
struct std::coroutine_traits<t::wrapped<T>, First, Rest...> {
  using promise_type = t::promise<t::wrapped<T>, std::suspend_always>;
};
template <class T, class... Args> struct std::coroutine_traits<t::wrapped<T>, Args...> {
  using promise_type = t::promise<t::wrapped<T>, std::suspend_never>;
};
template <class... Args> struct std::coroutine_traits<t::both, Args...> {
  using promise_type = t::promise<t::both, std::suspend_never>;
};
