// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One base class for an eager and a lazy task: owners are counted, the running body is one.
//
// type: lib::Task<int>
// start: eager
// drop: detaches
// errors: stored
// awaitable: yes
//
// type: lib::LazyTask<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
#include <atomic>
#include <coroutine>
#include <exception>
#include <utility>
#include <variant>

namespace lib {
template <typename T> class Task;
template <typename T> class LazyTask;
namespace detail {
struct FinalSuspend {
  bool await_ready() const noexcept { return false; }
  template <typename P> void await_suspend(std::coroutine_handle<P> finished) noexcept {
    auto &promise = finished.promise();
    if (promise.derefCoroutine())
      finished.destroy();
  }
  void await_resume() const noexcept {}
};
class PromiseBase {
public:
  std::suspend_never initial_suspend() const noexcept { return {}; }
  auto final_suspend() const noexcept { return FinalSuspend{}; }
  bool derefCoroutine() {
    --owners_;
    return owners_ == 0;
  }
  void refCoroutine() { ++owners_; }

private:
  std::atomic<unsigned> owners_{2};
};
template <typename T> class TaskPromise : public PromiseBase {
public:
  Task<T> get_return_object() noexcept;
  void unhandled_exception() { value_ = std::current_exception(); }
  void return_value(T &&v) noexcept { value_.template emplace<T>(std::forward<T>(v)); }

private:
  std::variant<std::monostate, T, std::exception_ptr> value_;
};
template <typename T> class LazyTaskPromise : public TaskPromise<T> {
public:
  using TaskPromise<T>::TaskPromise;
  LazyTask<T> get_return_object() noexcept;
  std::suspend_always initial_suspend() const noexcept { return {}; }
};
template <typename T, template <typename> class TaskImpl, typename PromiseType> class TaskBase {
public:
  using promise_type = PromiseType;
  TaskBase(TaskBase &&other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  virtual ~TaskBase() { release(); }
  auto operator co_await() const noexcept {
    struct Awaiter {
      std::coroutine_handle<promise_type> coroutine;
      bool await_ready() const noexcept { return !coroutine || coroutine.done(); }
      void await_suspend(std::coroutine_handle<> waiting);
      T await_resume();
    };
    return Awaiter{coroutine_};
  }

protected:
  explicit TaskBase(std::coroutine_handle<promise_type> c) : coroutine_(c) {}
  void release() {
    if (coroutine_) {
      if (coroutine_.promise().derefCoroutine())
        coroutine_.destroy();
    }
  }
  std::coroutine_handle<promise_type> coroutine_ = {};
};
} // namespace detail
template <typename T> class Task final : public detail::TaskBase<T, Task, detail::TaskPromise<T>> {
public:
  using promise_type = detail::TaskPromise<T>;
  explicit Task(std::coroutine_handle<promise_type> c)
      : detail::TaskBase<T, lib::Task, detail::TaskPromise<T>>(c) {}
  Task(Task &&) = default;
};
template <typename T>
class LazyTask final : public detail::TaskBase<T, LazyTask, detail::LazyTaskPromise<T>> {
public:
  explicit LazyTask(std::coroutine_handle<detail::LazyTaskPromise<T>> c)
      : detail::TaskBase<T, lib::LazyTask, detail::LazyTaskPromise<T>>(c) {}
};
template <typename T> Task<T> detail::TaskPromise<T>::get_return_object() noexcept {
  return Task<T>{std::coroutine_handle<TaskPromise>::from_promise(*this)};
}
template <typename T> LazyTask<T> detail::LazyTaskPromise<T>::get_return_object() noexcept {
  return LazyTask<T>{std::coroutine_handle<LazyTaskPromise>::from_promise(*this)};
}
} // namespace lib
#ifdef DEFINED
lib::Task<int> one() { co_return 1; }
lib::LazyTask<int> two() { co_return 2; }
#endif
