// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/executors.hpp>

#include <coroutine>
#include <exception>
#include <utility>

namespace asio {

template <typename T, typename Executor = any_io_executor> class awaitable;

namespace this_coro {

struct executor_t {};
constexpr executor_t executor;

} // namespace this_coro

namespace detail {

template <typename Executor> class awaitable_frame_base {
public:
  auto initial_suspend() noexcept { return std::suspend_always(); }
  auto final_suspend() noexcept {
    struct result {
      awaitable_frame_base *frame;
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<>) noexcept { frame->pop_frame(); }
      void await_resume() const noexcept {}
    };
    return result{this};
  }
  void unhandled_exception() { error_ = std::current_exception(); }
  void rethrow_exception() {
    if (error_)
      std::rethrow_exception(std::exchange(error_, nullptr));
  }

  template <typename T> auto await_transform(awaitable<T, Executor> work) const { return work; }
  auto await_transform(this_coro::executor_t) noexcept {
    struct result {
      bool await_ready() const noexcept { return true; }
      void await_suspend(std::coroutine_handle<>) noexcept {}
      Executor await_resume() const noexcept;
    };
    return result{};
  }

  void push_frame(awaitable_frame_base *caller) noexcept { caller_ = caller; }
  void pop_frame() noexcept { caller_ = nullptr; }
  void destroy() { coroutine_.destroy(); }

protected:
  std::coroutine_handle<> coroutine_;
  awaitable_frame_base *caller_ = nullptr;
  std::exception_ptr error_;
};

template <typename T, typename Executor>
class awaitable_frame : public awaitable_frame_base<Executor> {
public:
  awaitable<T, Executor> get_return_object() noexcept {
    this->coroutine_ = std::coroutine_handle<awaitable_frame>::from_promise(*this);
    return awaitable<T, Executor>(this);
  }
  template <typename U> void return_value(U &&value);
  T get();
};

template <typename Executor>
class awaitable_frame<void, Executor> : public awaitable_frame_base<Executor> {
public:
  awaitable<void, Executor> get_return_object() {
    this->coroutine_ = std::coroutine_handle<awaitable_frame>::from_promise(*this);
    return awaitable<void, Executor>(this);
  }
  void return_void() {}
  void get() { this->rethrow_exception(); }
};

} // namespace detail

template <typename T, typename Executor> class [[nodiscard]] awaitable {
public:
  using value_type = T;
  using executor_type = Executor;

  constexpr awaitable() noexcept : frame_(nullptr) {}
  awaitable(awaitable &&other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}
  ~awaitable() {
    if (frame_)
      frame_->destroy();
  }
  awaitable &operator=(awaitable &&other) noexcept {
    frame_ = std::exchange(other.frame_, nullptr);
    return *this;
  }
  bool valid() const noexcept { return frame_; }

  bool await_ready() const noexcept { return false; }
  template <class U>
  void await_suspend(std::coroutine_handle<detail::awaitable_frame<U, Executor>> awaiting) {
    frame_->push_frame(&awaiting.promise());
  }
  T await_resume() { return awaitable(static_cast<awaitable &&>(*this)).frame_->get(); }

private:
  template <typename, typename> friend class detail::awaitable_frame;
  awaitable(const awaitable &) = delete;
  explicit awaitable(detail::awaitable_frame<T, Executor> *frame) : frame_(frame) {}

  detail::awaitable_frame<T, Executor> *frame_;
};

} // namespace asio

template <typename T, typename Executor, typename... Arguments>
struct std::coroutine_traits<asio::awaitable<T, Executor>, Arguments...> {
  using promise_type = asio::detail::awaitable_frame<T, Executor>;
};
