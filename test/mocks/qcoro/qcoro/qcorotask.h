// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "../../qt/QtCore/QtCore"

#include <atomic>
#include <coroutine>
#include <exception>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace QCoro {

template <typename T = void> class Task;

namespace detail {

template <typename T>
concept has_await_methods = requires(T t) { t.await_resume(); };
template <typename T>
concept has_member_operator_coawait = requires(T t) { t.operator co_await(); };

} // namespace detail

template <typename T>
concept Awaitable = detail::has_member_operator_coawait<T> || detail::has_await_methods<T>;

namespace detail {

template <typename T> struct awaiter_type;
template <typename T> using awaiter_type_t = typename awaiter_type<T>::type;

class TaskFinalSuspend {
public:
  explicit TaskFinalSuspend(const std::vector<std::coroutine_handle<>> &awaiting)
      : awaiting_(awaiting) {}
  bool await_ready() const noexcept { return false; }
  template <typename Promise> void await_suspend(std::coroutine_handle<Promise> ended) noexcept {
    for (auto &awaiter : awaiting_)
      awaiter.resume();
    ended.promise().derefCoroutine();
  }
  constexpr void await_resume() const noexcept {}

private:
  std::vector<std::coroutine_handle<>> awaiting_;
};

class TaskPromiseBase {
public:
  std::suspend_never initial_suspend() const noexcept { return {}; }
  auto final_suspend() const noexcept { return TaskFinalSuspend{awaiting_}; }

  template <typename T, typename Awaiter = awaiter_type_t<std::remove_cvref_t<T>>>
  auto await_transform(T &&value) {
    return Awaiter{std::forward<T>(value)};
  }
  template <Awaitable T> auto &&await_transform(T &&awaitable) {
    return std::forward<T>(awaitable);
  }
  template <Awaitable T> auto &await_transform(T &awaitable) { return awaitable; }

  void addAwaitingCoroutine(std::coroutine_handle<> awaiting) { awaiting_.push_back(awaiting); }
  void derefCoroutine() {
    if (--references_ == 0)
      destroyCoroutine();
  }
  void refCoroutine() { ++references_; }
  void destroyCoroutine() { std::coroutine_handle<TaskPromiseBase>::from_promise(*this).destroy(); }

private:
  std::vector<std::coroutine_handle<>> awaiting_;
  std::atomic<unsigned> references_{1};
};

template <typename T> class TaskPromise : public TaskPromiseBase {
public:
  Task<T> get_return_object() noexcept;
  void unhandled_exception() { value_ = std::current_exception(); }
  void return_value(T &&value) noexcept { value_.template emplace<T>(std::move(value)); }
  void return_value(const T &value) noexcept { value_ = value; }
  T &result();

private:
  std::variant<std::monostate, T, std::exception_ptr> value_;
};

template <> class TaskPromise<void> : public TaskPromiseBase {
public:
  Task<void> get_return_object() noexcept;
  void unhandled_exception() { error_ = std::current_exception(); }
  void return_void() noexcept {}
  void result() {
    if (error_)
      std::rethrow_exception(error_);
  }

private:
  std::exception_ptr error_;
};

template <typename Promise> class TaskAwaiterBase {
public:
  explicit TaskAwaiterBase(std::coroutine_handle<Promise> awaited) : awaited_(awaited) {}
  bool await_ready() const noexcept { return awaited_ && awaited_.done(); }
  void await_suspend(std::coroutine_handle<> awaiting) noexcept {
    awaited_.promise().addAwaitingCoroutine(awaiting);
  }

protected:
  std::coroutine_handle<Promise> awaited_;
};

template <typename T, template <typename> class TaskImpl, typename PromiseType> class TaskBase {
public:
  explicit TaskBase() noexcept = default;
  explicit TaskBase(std::coroutine_handle<PromiseType> coroutine) : coroutine_(coroutine) {
    coroutine_.promise().refCoroutine();
  }
  TaskBase(const TaskBase &) = delete;
  TaskBase &operator=(const TaskBase &) = delete;
  TaskBase(TaskBase &&other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  TaskBase &operator=(TaskBase &&other) noexcept {
    if (coroutine_)
      coroutine_.promise().derefCoroutine();
    coroutine_ = std::exchange(other.coroutine_, nullptr);
    return *this;
  }
  virtual ~TaskBase() {
    if (coroutine_)
      coroutine_.promise().derefCoroutine();
  }

  bool isReady() const { return !coroutine_ || coroutine_.done(); }

  auto operator co_await() const noexcept {
    class TaskAwaiter : public TaskAwaiterBase<PromiseType> {
    public:
      using TaskAwaiterBase<PromiseType>::TaskAwaiterBase;
      T await_resume() { return static_cast<T>(this->awaited_.promise().result()); }
    };
    return TaskAwaiter{coroutine_};
  }

  template <typename ThenCallback> TaskImpl<void> then(ThenCallback &&callback) {
    return TaskImpl<void>();
  }
  template <typename ThenCallback, typename ErrorCallback>
  TaskImpl<void> then(ThenCallback &&callback, ErrorCallback &&error) {
    return TaskImpl<void>();
  }

protected:
  std::coroutine_handle<PromiseType> coroutine_ = {};
};

} // namespace detail

template <typename T> class Task final : public detail::TaskBase<T, Task, detail::TaskPromise<T>> {
public:
  using promise_type = detail::TaskPromise<T>;
  using value_type = T;
  using detail::TaskBase<T, Task, detail::TaskPromise<T>>::TaskBase;

#ifdef QCORO_WITHOUT_LAZY_TASKS // as before QCoro 0.11, which brought TaskBase
  template <typename ThenCallback> Task<void> then(ThenCallback &&callback) { return Task<void>(); }
  template <typename ThenCallback, typename ErrorCallback>
  Task<void> then(ThenCallback &&callback, ErrorCallback &&error) {
    return Task<void>();
  }
#endif
};

template <typename T> T waitFor(QCoro::Task<T> &task);
template <typename T> T waitFor(QCoro::Task<T> &&task);
template <Awaitable A>
auto waitFor(A &&awaitable) -> decltype(awaitable.operator co_await().await_resume());

template <typename T, typename QObjectSubclass, typename Callback>
void connect(QCoro::Task<T> &&task, QObjectSubclass *context, Callback callback) {}

template <typename T> Task<T> detail::TaskPromise<T>::get_return_object() noexcept {
  return Task<T>{std::coroutine_handle<TaskPromise>::from_promise(*this)};
}
inline Task<void> detail::TaskPromise<void>::get_return_object() noexcept {
  return Task<void>{std::coroutine_handle<TaskPromise>::from_promise(*this)};
}

} // namespace QCoro
