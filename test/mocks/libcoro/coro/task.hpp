// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

namespace coro {

template <typename return_type = void> class task;

namespace detail {

struct promise_base {
  struct final_awaitable {
    bool await_ready() const noexcept { return false; }
    template <typename promise_type>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> ended) noexcept {
      auto next = ended.promise().next;
      return next ? next : std::noop_coroutine();
    }
    void await_resume() noexcept {}
  };

  auto initial_suspend() noexcept { return std::suspend_always{}; }
  auto final_suspend() noexcept { return final_awaitable{}; }
  void unhandled_exception() noexcept { error = std::current_exception(); }

  std::coroutine_handle<> next{nullptr};
  std::exception_ptr error;
};

template <typename return_type> struct promise final : promise_base {
  task<return_type> get_return_object() noexcept;
  template <typename value_type> void return_value(value_type &&value);
  return_type result();
};

template <> struct promise<void> final : promise_base {
  task<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void result();
};

} // namespace detail

template <typename return_type> class [[nodiscard]] task {
public:
  using promise_type = detail::promise<return_type>;
  using coroutine_handle = std::coroutine_handle<promise_type>;

  struct awaitable_base {
    bool await_ready() const noexcept { return !coroutine || coroutine.done(); }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept {
      coroutine.promise().next = awaiting;
      return coroutine;
    }
    coroutine_handle coroutine{nullptr};
  };

  task() noexcept = default;
  explicit task(coroutine_handle handle) : coroutine_(handle) {}
  task(task &&other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  ~task() {
    if (coroutine_ != nullptr)
      coroutine_.destroy();
  }
  task &operator=(task &&other) noexcept {
    destroy();
    coroutine_ = std::exchange(other.coroutine_, nullptr);
    return *this;
  }

  bool is_ready() const noexcept { return coroutine_ == nullptr || coroutine_.done(); }
  bool resume() {
    coroutine_.resume();
    return !coroutine_.done();
  }
  coroutine_handle handle() { return coroutine_; }
  bool destroy() {
    if (coroutine_ == nullptr)
      return false;
    coroutine_.destroy();
    coroutine_ = nullptr;
    return true;
  }

  auto operator co_await() const & noexcept {
    struct awaitable : awaitable_base {
      decltype(auto) await_resume() { return this->coroutine.promise().result(); }
    };
    return awaitable{{coroutine_}};
  }
  auto operator co_await() const && noexcept {
    struct awaitable : awaitable_base {
      decltype(auto) await_resume() { return this->coroutine.promise().result(); }
    };
    return awaitable{{coroutine_}};
  }

private:
  coroutine_handle coroutine_{nullptr};
};

} // namespace coro
