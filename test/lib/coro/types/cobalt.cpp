// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An initial awaiter of their own that does nothing with the handle; the frame belongs to a
// unique_ptr with a deleter; a detached coroutine; and an eager promise that cancels when dropped.
//
// type: lib::task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: lib::promise<int>
// start: eager
// drop: unknown
// errors: stored
// awaitable: yes
//
// type: lib::detached
// start: eager
// drop: detaches
// errors: rethrown
// awaitable: no
// synchronous: no
#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace lib {
void emit(void *);
template <typename P> struct enable_awaitables {
  template <typename A>
    requires requires(A a) { static_cast<A &&>(a).operator co_await(); }
  decltype(auto) await_transform(A &&a) {
    return static_cast<A &&>(a);
  }
};
struct throw_policy {
  void unhandled_exception() { throw; }
};
template <typename T> struct [[nodiscard]] task;
namespace detail {
template <typename T> struct deleter {
  void operator()(T *promise) { std::coroutine_handle<T>::from_promise(*promise).destroy(); }
};
template <typename T> struct task_promise;
template <typename T> struct task_receiver {
  std::unique_ptr<task_promise<T>, deleter<task_promise<T>>> promise;
  std::exception_ptr error;
  std::optional<T> result;
};
template <typename T> struct task_promise : enable_awaitables<task_promise<T>> {
  struct initial_awaitable {
    task_promise *promise;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) {}
    void await_resume() { promise->started = true; }
  };
  auto initial_suspend() { return initial_awaitable{this}; }
  auto final_suspend() noexcept { return std::suspend_always(); }
  task<T> get_return_object();
  void return_value(T v) { value = v; }
  void unhandled_exception() { receiver->error = std::current_exception(); }
  bool started = false;
  T value;
  task_receiver<T> *receiver;
};
} // namespace detail
template <typename T> struct task {
  task(task &&) = default;
  using promise_type = detail::task_promise<T>;
  auto operator co_await() && {
    struct awaitable {
      task t;
      bool await_ready() { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) {
        return std::coroutine_handle<promise_type>::from_promise(*t.receiver_.promise);
      }
      T await_resume() { return *t.receiver_.result; }
    };
    return awaitable{std::move(*this)};
  }
  explicit task(detail::task_promise<T> *p) : receiver_{} { receiver_.promise.reset(p); }

private:
  detail::task_receiver<T> receiver_;
};
template <typename T> task<T> detail::task_promise<T>::get_return_object() { return task<T>{this}; }

template <typename T> struct [[nodiscard]] promise {
  struct promise_type : enable_awaitables<promise_type> {
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    promise get_return_object() { return promise{this}; }
    void return_value(T v) {}
    void unhandled_exception() { error = std::current_exception(); }
    std::exception_ptr error;
  };
  promise(promise &&other) = default;
  ~promise() {
    if (attached_)
      cancel();
  }
  void cancel() { emit(promise_); }
  auto operator co_await() {
    struct awaitable {
      promise *self;
      bool await_ready() { return self->ready(); }
      void await_suspend(std::coroutine_handle<> h) { self->waiting_ = h; }
      T await_resume() { return {}; }
    };
    return awaitable{this};
  }
  bool ready() const { return promise_ == nullptr; }
  explicit promise(promise_type *p) : promise_(p) {}

private:
  promise_type *promise_;
  std::coroutine_handle<> waiting_;
  bool attached_ = true;
};

struct detached_promise;
struct detached {
  using promise_type = detached_promise;
};
struct detached_promise : enable_awaitables<detached_promise>, throw_policy {
  detached get_return_object() { return {}; }
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void return_void() {}
};
} // namespace lib
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
lib::promise<int> two() { co_return co_await one(); }
lib::detached run() { co_await two(); }
#endif
