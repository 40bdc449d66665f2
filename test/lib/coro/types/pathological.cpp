// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Templates and functions that refer to themselves must come to an end.
//
// type: t::grows<int> *
// coroutine: no
//
// type: t::task<int>
// start: unknown
// drop: unknown
// errors: unknown
//
// type: t::counts<0>
// coroutine: yes
// start: lazy
#include <coroutine>
#include <exception>
#include <utility>

namespace t {
template <class T> struct grows : grows<T *> {};
template <class T> struct ping;
template <class T> struct pong : ping<T> {};
template <class T> struct ping : pong<T> {};
template <class T> auto forever(T t) { return forever(t); }
template <class T> struct task {
  struct promise_type {
    task get_return_object() { return forever(*this); }
    auto initial_suspend() {
      auto x = again(T());
      return x;
    }
    template <class U> auto again(U u) { return again(std::move(u)); }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { unhandled_exception_again(1); }
    void unhandled_exception_again(int n) {
      while (n)
        std::terminate();
      unhandled_exception_again(n);
    }
    void return_void() {}
  };
  std::coroutine_handle<promise_type> handle;
  ~task() { end(T()); }
  template <class U> void end(U u) { again(u); }
  template <class U> void again(U u) {
    if (u)
      handle.destroy();
    end(u);
  }
};
struct last_promise {
  void get_return_object() {}
  std::suspend_always initial_suspend() { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() {}
  void return_void() {}
};
template <int N> struct counts {
  using promise_type = typename counts<N - 1>::promise_type;
};
template <> struct counts<0> {
  using promise_type = last_promise;
};
} // namespace t
