// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Awaitable only through await_transform and a customisation point; the result goes to a Try.
// co_yield co_error(...) ends the coroutine: yield_value() returns what final_suspend() does, also
// in the promise of a task that wraps another.
//
// type: lib::Task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// generator: no
//
// type: lib::now_task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// generator: no
#include <coroutine>
#include <exception>
#include <utility>

namespace lib {
struct Executor;
struct exception_wrapper {
  explicit exception_wrapper(std::exception_ptr p) : pointer(std::move(p)) {}
  std::exception_ptr pointer;
};
template <typename T> struct Try {
  void emplaceException(exception_wrapper e);
  T value;
};
template <typename T> class Task;
template <typename A> decltype(auto) co_viaIfAsync(Executor *e, A &&a) {
  return static_cast<A &&>(a).viaIfAsync(e);
}
namespace detail {
class TaskPromiseBase {
  class FinalAwaiter {
  public:
    bool await_ready() noexcept { return false; }
    template <typename P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> h) noexcept {
      return h.promise().continuationRef();
    }
    void await_resume() noexcept {}
  };

public:
  std::suspend_always initial_suspend() noexcept { return {}; }
  FinalAwaiter final_suspend() noexcept { return {}; }
  template <typename Awaitable> auto await_transform(Awaitable &&awaitable) {
    return co_viaIfAsync(executor_, static_cast<Awaitable &&>(awaitable));
  }
  auto &continuationRef() { return continuation_; }
  std::coroutine_handle<> continuation_;
  Executor *executor_ = nullptr;
};
struct co_error {
  exception_wrapper error;
};
template <typename T> class TaskPromise final : public TaskPromiseBase {
public:
  auto yield_value(co_error e) {
    result_.emplaceException(std::move(e.error));
    return final_suspend();
  }
  Task<T> get_return_object() noexcept;
  void unhandled_exception() noexcept {
    result_.emplaceException(exception_wrapper{std::current_exception()});
  }
  void return_value(T v) { result_.value = v; }
  Try<T> result_;
};
} // namespace detail
template <typename T> class [[nodiscard]] Task {
public:
  using promise_type = detail::TaskPromise<T>;
  using handle_t = std::coroutine_handle<promise_type>;
  Task(Task &&t) noexcept : coro_(std::exchange(t.coro_, {})) {}
  Task(const Task &) = delete;
  ~Task() {
    if (coro_) {
      coro_.destroy();
    }
  }

private:
  friend class detail::TaskPromise<T>;
  struct Awaiter {
    handle_t coro_;
    bool await_ready() noexcept { return false; }
    handle_t await_suspend(std::coroutine_handle<> h) noexcept {
      coro_.promise().continuation_ = h;
      return coro_;
    }
    T await_resume() { return coro_.promise().result_.value; }
  };

public:
  Awaiter viaIfAsync(Executor *) && { return Awaiter{coro_}; }

private:
  explicit Task(handle_t coro) noexcept : coro_(coro) {}
  handle_t coro_;
};
template <typename T> Task<T> detail::TaskPromise<T>::get_return_object() noexcept {
  return Task<T>{std::coroutine_handle<TaskPromise<T>>::from_promise(*this)};
}
template <typename T> class now_task;
template <typename T> class now_task_promise {
  detail::TaskPromise<T> promise_;

public:
  now_task<T> get_return_object() noexcept;
  auto initial_suspend() noexcept { return promise_.initial_suspend(); }
  auto final_suspend() noexcept { return promise_.final_suspend(); }
  template <typename Awaitable> auto await_transform(Awaitable &&what) {
    return promise_.await_transform(std::forward<Awaitable>(what));
  }
  template <typename Value> auto yield_value(Value &&v) {
    return promise_.yield_value(std::forward<Value>(v));
  }
  void unhandled_exception() noexcept { promise_.unhandled_exception(); }
  void return_value(T v) { promise_.return_value(v); }
  auto &continuationRef() { return promise_.continuationRef(); }
};
template <typename T> class [[nodiscard]] now_task {
public:
  using promise_type = now_task_promise<T>;
  explicit now_task(Task<T> inner) noexcept : inner_(std::move(inner)) {}
  auto viaIfAsync(Executor *e) && { return std::move(inner_).viaIfAsync(e); }

private:
  Task<T> inner_;
};
template <typename T> now_task<T> now_task_promise<T>::get_return_object() noexcept {
  return now_task<T>{promise_.get_return_object()};
}
} // namespace lib
#ifdef DEFINED
lib::Task<int> one() { co_return 1; }
lib::Task<int> two() { co_return co_await one(); }
lib::Task<int> three() { co_yield lib::detail::co_error{lib::exception_wrapper{nullptr}}; }
lib::now_task<int> four() { co_return co_await one(); }
#endif
