// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The traits and handles of the Coroutines TS.
//
// type: t::task<int>
// start: lazy
// drop: destroys
// errors: stored
#include <exception>
namespace std::experimental {
template <class R, class... Args> struct coroutine_traits {};
template <class P = void> struct coroutine_handle {
  static coroutine_handle from_promise(P &) noexcept;
  void destroy() const;
  explicit operator bool() const noexcept;
};
struct suspend_always {
  bool await_ready() noexcept;
  void await_suspend(coroutine_handle<>) noexcept;
  void await_resume() noexcept;
};
} // namespace std::experimental
namespace t {
template <class T> struct promise;
template <class T> struct task {
  std::experimental::coroutine_handle<promise<T>> handle;
  ~task() {
    if (handle)
      handle.destroy();
  }
};
template <class T> struct promise {
  task<T> get_return_object() {
    return {std::experimental::coroutine_handle<promise>::from_promise(*this)};
  }
  std::experimental::suspend_always initial_suspend() { return {}; }
  std::experimental::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() { error = std::current_exception(); }
  std::exception_ptr error;
};
} // namespace t
template <class T, class... Args> struct std::experimental::coroutine_traits<t::task<T>, Args...> {
  using promise_type = t::promise<T>;
};
