// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/executors.hpp>

#include <coroutine>
#include <exception>
#include <utility>

namespace boost::cobalt {

using executor = asio::any_io_executor;

namespace this_thread {

executor get_executor();

} // namespace this_thread

template <typename Return> struct promise;
template <typename Return> struct task;

namespace detail {

template <typename T> struct receiver_result {
  T get();
};

template <typename T> struct promise_receiver : receiver_result<T> {
  struct awaitable {
    promise_receiver *self;
    bool await_ready() const { return self->done; }
    template <typename Promise> bool await_suspend(std::coroutine_handle<Promise> handle);
    T await_resume() { return self->get(); }
  };

  explicit promise_receiver(promise_receiver *&reference) : reference(&reference) {}
  promise_receiver(promise_receiver &&other) noexcept;
  ~promise_receiver() {
    if (!done && *reference == this)
      *reference = nullptr;
  }
  void unhandled_exception() { exception = std::current_exception(); }
  awaitable get_awaitable() { return awaitable{this}; }

  std::exception_ptr exception;
  bool done = false;
  promise_receiver **reference;
};

template <typename Derived, typename T> struct promise_result {
  void return_value(T value);
};
template <typename Derived> struct promise_result<Derived, void> {
  void return_void();
};

template <typename Return> struct cobalt_promise : promise_result<cobalt_promise<Return>, Return> {
  template <typename... Args> cobalt_promise(Args &...args);
  [[nodiscard]] promise<Return> get_return_object() { return promise<Return>{this}; }
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() {
    if (receiver)
      receiver->unhandled_exception();
    else
      throw;
  }

  promise_receiver<Return> *receiver;
};

template <typename Return> struct task_receiver : receiver_result<Return> {
  struct awaitable {
    task_receiver *self;
    bool await_ready() const { return self->done; }
    template <typename Promise>
    std::coroutine_handle<void> await_suspend(std::coroutine_handle<Promise> handle);
    Return await_resume() { return self->get(); }
  };

  explicit task_receiver(void *promise) : promise(promise) {}
  task_receiver(task_receiver &&other);
  ~task_receiver() {
    if (!done && promise)
      std::coroutine_handle<>::from_address(promise).destroy();
  }
  void unhandled_exception() { exception = std::current_exception(); }
  awaitable get_awaitable() { return awaitable{this}; }

  std::exception_ptr exception;
  bool done = false;
  void *promise;
};

template <typename Return> struct task_promise : promise_result<task_promise<Return>, Return> {
  struct initial_awaitable {
    task_promise *promise;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) {}
    void await_resume() { promise->started = true; }
  };

  template <typename... Args> task_promise(Args &...args);
  [[nodiscard]] task<Return> get_return_object() { return task<Return>{this}; }
  auto initial_suspend() noexcept { return initial_awaitable{this}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() {
    if (receiver)
      receiver->unhandled_exception();
    else
      throw;
  }

  task_receiver<Return> *receiver;
  bool started = false;
};

} // namespace detail

template <typename Return> struct [[nodiscard]] promise {
  promise(promise &&other) noexcept;
  promise &operator=(promise &&other) noexcept;
  promise(const promise &) = delete;
  ~promise() {
    if (attached_)
      cancel();
  }

  auto operator co_await() { return receiver_.get_awaitable(); }
  void operator+() && { detach(); }
  void cancel(asio::cancellation_type type = asio::cancellation_type::all);
  bool ready() const { return receiver_.done; }
  explicit operator bool() const;
  bool attached() const { return attached_; }
  void detach() { attached_ = false; }
  void attach() { attached_ = true; }
  Return get();

  using promise_type = detail::cobalt_promise<Return>;

private:
  friend struct detail::cobalt_promise<Return>;
  promise(detail::cobalt_promise<Return> *promise)
      : receiver_(promise->receiver), attached_{true} {}
  detail::promise_receiver<Return> receiver_;
  bool attached_;
};

template <typename Return> struct [[nodiscard]] task {
  task(task &&other) noexcept = default;
  task &operator=(task &&) noexcept = default;
  task(const task &) = delete;

  auto operator co_await() { return receiver_.get_awaitable(); }

  using promise_type = detail::task_promise<Return>;

private:
  friend struct detail::task_promise<Return>;
  task(detail::task_promise<Return> *task) : receiver_(task) {}
  detail::task_receiver<Return> receiver_;
};

} // namespace boost::cobalt
