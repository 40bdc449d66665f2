// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace asyncio::task {

// Stands for std::expected and std::error_code.
struct Error {};
template <typename T, typename E> struct Expected {
  explicit operator bool() const;
  T &operator*();
};
template <typename E> struct Expected<void, E> {
  explicit operator bool() const;
};

template <typename T, typename E> struct Awaitable {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> handle);
  Expected<T, E> await_resume();
};
template <typename T> struct Awaitable<T, std::exception_ptr> {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> handle);
  T await_resume();
};

template <typename T, typename E> class Promise;

struct Frame {
  bool finished{false};
  void end();
};

template <typename T, typename E = std::exception_ptr> class Task {
public:
  using value_type = T;
  using error_type = E;
  using promise_type = Promise<T, E>;

  explicit Task(std::shared_ptr<Frame> frame) : frame_{std::move(frame)} {}
  Task(Task &&other) noexcept : frame_{std::move(other.frame_)} {}
  Task &operator=(Task &&other) noexcept;

  Expected<void, Error> cancel();
  Task &addCallback(std::function<void()> callback) &;
  Task &&addCallback(std::function<void()> callback) &&;
  [[nodiscard]] bool done() const { return frame_->finished; }
  [[nodiscard]] bool cancelled() const;

private:
  std::shared_ptr<Frame> frame_;
};

class TaskGroup {
public:
  Expected<void, Error> cancel();
  template <typename T> void add(T &&task);
};

template <typename T, typename E> struct PromiseResult {
  void return_value(T value);
};
template <> struct PromiseResult<void, std::exception_ptr> {
  void return_void();
};
template <> struct PromiseResult<void, Error> {
  void return_value(Expected<void, Error> value);
};

template <typename T, typename E> class Promise : public PromiseResult<T, E> {
public:
  std::suspend_never initial_suspend() { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() {
    frame_->end();
    if constexpr (std::is_same_v<E, std::exception_ptr>)
      result_->reject(std::current_exception());
    else
      std::rethrow_exception(std::current_exception());
  }
  Task<T, E> get_return_object() { return Task<T, E>{frame_}; }
  template <typename U, typename F> Awaitable<U, F> await_transform(Task<U, F> &task) { return {}; }
  template <typename U, typename F> Awaitable<U, F> await_transform(Task<U, F> &&task) {
    return {};
  }

private:
  struct Settled {
    void reject(std::exception_ptr error);
  };
  std::shared_ptr<Frame> frame_;
  std::shared_ptr<Settled> result_;
};

template <typename... Ts> Task<void> all(Ts &&...tasks);

} // namespace asyncio::task

namespace asyncio {

class EventLoop final {
public:
  ~EventLoop();
  void post(std::function<void()> function);
  void stop();
  void run();
};

std::shared_ptr<EventLoop> getEventLoop();

template <typename F> void run(F &&function) {}

} // namespace asyncio
