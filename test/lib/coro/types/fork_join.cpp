// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The object is an opaque pointer: only the library's own promise takes it, and starts it there.
//
// type: lib::task<int>
// start: lazy
// drop: leaks
// errors: unknown
// awaitable: yes
// generator: no
#include <coroutine>
#include <exception>
#include <type_traits>

namespace lib {
inline namespace core {
template <class T = void> struct task : std::type_identity<T> {
  void *promise;
};
struct frame {
  std::coroutine_handle<> parent;
  std::exception_ptr error;
  void capture();
};
template <class T> struct fork_awaitable {
  task<T> child;
  frame *parent;
  bool await_ready() noexcept { return false; }
  template <class P> std::coroutine_handle<> await_suspend(std::coroutine_handle<P>) noexcept {
    return std::coroutine_handle<>::from_address(child.promise);
  }
  void await_resume() noexcept {}
};
struct promise_base : frame {
  static std::suspend_always initial_suspend() noexcept { return {}; }
  struct final_awaitable {
    static bool await_ready() noexcept { return false; }
    template <class P>
    static std::coroutine_handle<> await_suspend(std::coroutine_handle<P> child) noexcept {
      std::coroutine_handle<> parent = child.promise().parent;
      child.destroy();
      return parent;
    }
    static void await_resume() noexcept {}
  };
  static final_awaitable final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { this->capture(); }
  template <class T> auto await_transform(task<T> &&child) noexcept {
    return fork_awaitable<T>{child, this};
  }
};
template <class T> struct promise : promise_base {
  task<T> get_return_object() noexcept { return {.promise = static_cast<frame *>(this)}; }
  void return_value(T) {}
};
} // namespace core
} // namespace lib
template <class T, class... Args> struct std::coroutine_traits<lib::task<T>, Args...> {
  using promise_type = lib::promise<T>;
};
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
#endif
