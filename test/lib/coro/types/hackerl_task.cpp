// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The frame object is shared between the task and the promise: dropping the task detaches.
//
// type: lib::Task<int>
// start: eager
// drop: detaches
// errors: stored
// awaitable: yes
#include <coroutine>
#include <exception>
#include <list>
#include <memory>
#include <optional>

namespace lib {
struct Frame {
  std::shared_ptr<Frame> next;
  std::list<std::coroutine_handle<>> callbacks;
  bool finished = false;
};
template <typename T> class Promise;
template <typename T> struct Shared {
  std::optional<T> value;
  std::exception_ptr error;
};
template <typename T> class Task {
public:
  using promise_type = Promise<T>;
  Task(std::shared_ptr<Frame> frame, std::shared_ptr<Shared<T>> promise)
      : frame_(std::move(frame)), promise_(std::move(promise)) {}
  Task(Task &&) = default;
  bool done() const { return frame_->finished; }

private:
  std::shared_ptr<Frame> frame_;
  std::shared_ptr<Shared<T>> promise_;
  template <typename U> friend class Promise;
  template <typename U> friend struct Awaitable;
};
template <typename T> struct Awaitable {
  bool await_ready() { return task.done(); }
  template <typename P> void await_suspend(std::coroutine_handle<P> h) {
    task.frame_->callbacks.push_back(h);
  }
  T await_resume();
  Task<T> task;
};
template <typename T> class Promise {
public:
  Promise() : frame_(std::make_shared<Frame>()), shared_(std::make_shared<Shared<T>>()) {}
  std::suspend_never initial_suspend() { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  Task<T> get_return_object() { return {frame_, shared_}; }
  void unhandled_exception() { shared_->error = std::current_exception(); }
  template <typename U> void return_value(U &&u) { shared_->value = u; }
  template <typename U> Awaitable<U> await_transform(Task<U> &&task) { return {std::move(task)}; }

private:
  std::shared_ptr<Frame> frame_;
  std::shared_ptr<Shared<T>> shared_;
};
} // namespace lib
#ifdef DEFINED
lib::Task<int> one() { co_return 1; }
lib::Task<int> two() { co_return co_await one(); }
#endif
