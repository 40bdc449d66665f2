// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The object keeps a plain pointer to its promise and does nothing with it at its end. One has its
// awaiter functions defined out of sight.
//
// type: lib::Awaitable<int>
// start: lazy
// drop: leaks
// errors: stored
// awaitable: yes
// single-use: no
//
// type: lib::Job
// start: eager
// drop: detaches
// errors: swallowed
// awaitable: no
#include <coroutine>
#include <exception>

namespace lib {
template <class T> class Awaitable;
namespace detail {
class PromiseBase {
public:
  std::suspend_always initial_suspend() { return {}; }
  void unhandled_exception() { error_ = std::current_exception(); }
  void set_callback(void (*)(void *), void *);
  std::exception_ptr error_;
};
template <class T> class Promise : public PromiseBase {
public:
  Awaitable<T> get_return_object() { return Awaitable<T>(this); }
  struct FinalAwaiter {
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<Promise>) noexcept;
    void await_resume() noexcept {}
  };
  FinalAwaiter final_suspend() noexcept { return {}; }
  void return_value(T v) { value_ = v; }
  T value_;
};
} // namespace detail
template <class T> class Awaitable {
public:
  using promise_type = detail::Promise<T>;
  ~Awaitable() {}
  bool await_ready();
  template <class U> void await_suspend(std::coroutine_handle<detail::Promise<U>> awaiting);
  T await_resume();

private:
  friend class detail::Promise<T>;
  Awaitable(promise_type *p) : promise_(p) {}
  promise_type *promise_;
};
struct Job {
  struct promise_type {
    Job get_return_object() { return Job{this}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
    std::coroutine_handle<> waiter;
  };
  promise_type *promise;
};
} // namespace lib
#ifdef DEFINED
lib::Awaitable<int> one() { co_return 1; }
lib::Job two() { co_return; }
#endif
