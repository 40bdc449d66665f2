// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Awaiters of initial_suspend that are not std's.
//
// type: t::task<t::returns_true>
// start: eager
//
// type: t::task<t::returns_false>
// start: lazy
//
// type: t::task<t::derives_always>
// start: lazy
//
// type: t::task<t::derives_never>
// start: eager
//
// type: t::task<t::conditional>
// start: unknown
//
// type: t::task<t::schedules>
// start: unknown
//
// type: t::task<t::resumes>
// start: unknown
//
// type: t::task<t::keeps_handle>
// start: lazy
//
// type: t::task<t::suspends_if_false>
// start: eager
//
// type: t::task<t::suspends_if_true>
// start: lazy
//
// type: t::task<t::returns_handle>
// start: eager
//
// type: t::task<t::returns_noop>
// start: lazy
//
// type: t::task<t::has_operator>
// start: lazy
//
// type: t::task<t::constant<true>>
// start: eager
//
// type: t::task<t::constant<false>>
// start: lazy
//
// type: t::task<t::named_constant>
// start: eager
//
// type: t::task<t::schedules_from_always>
// start: unknown
//
// type: t::task<t::takes_any<int>>
// start: lazy
//
// type: t::task<t::posts_any<int>>
// start: unknown
//
// type: t::task<t::elsewhere>
// start: unknown
#include <coroutine>
#include <exception>

namespace t {
struct executor {
  void post(std::coroutine_handle<>);
};
extern executor ex;
struct resume_nothing {
  void await_resume() const noexcept {}
};
struct returns_true : resume_nothing {
  constexpr bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<> h) { ex.post(h); }
};
struct returns_false : resume_nothing {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
};
struct derives_always : std::suspend_always {};
struct derives_never : std::suspend_never {};
struct conditional : resume_nothing {
  bool now = true;
  bool await_ready() { return now; }
  void await_suspend(std::coroutine_handle<>) {}
};
struct schedules : resume_nothing {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) { ex.post(h); }
};
struct resumes : resume_nothing {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) { h.resume(); }
};
struct keeps_handle : resume_nothing {
  std::coroutine_handle<> kept;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) { kept = h; }
};
struct suspends_if_false : resume_nothing {
  bool await_ready() { return false; }
  bool await_suspend(std::coroutine_handle<>) { return false; }
};
struct suspends_if_true : resume_nothing {
  bool await_ready() { return false; }
  bool await_suspend(std::coroutine_handle<>) { return true; }
};
struct returns_handle : resume_nothing {
  bool await_ready() { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) { return h; }
};
struct returns_noop : resume_nothing {
  bool await_ready() { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) { return std::noop_coroutine(); }
};
struct has_operator {
  returns_false operator co_await() const { return {}; }
};
template <bool B> struct constant : resume_nothing {
  bool await_ready() { return B; }
  void await_suspend(std::coroutine_handle<>) {}
};
struct named_constant : resume_nothing {
  static constexpr bool ready = true;
  bool await_ready() { return ready; }
  void await_suspend(std::coroutine_handle<>) {}
};
struct schedules_from_always : std::suspend_always {
  void await_suspend(std::coroutine_handle<> h) { ex.post(h); }
};
template <class Tag> struct takes_any : resume_nothing {
  bool await_ready() { return false; }
  template <class P> void await_suspend(std::coroutine_handle<P>) {}
};
template <class Tag> struct posts_any : resume_nothing {
  bool await_ready() { return false; }
  template <class P> void await_suspend(std::coroutine_handle<P> h) { ex.post(h); }
};
struct elsewhere : resume_nothing {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
};
template <class Initial> struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    Initial initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception() {}
    void return_void() {}
  };
};
} // namespace t
