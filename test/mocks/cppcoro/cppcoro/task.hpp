// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

namespace cppcoro {

template <typename T> class task;

namespace detail {

class task_promise_base {
  struct final_awaitable {
    bool await_ready() const noexcept { return false; }
    template <typename P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> ended) noexcept {
      return ended.promise().continuation;
    }
    void await_resume() noexcept {}
  };

public:
  std::suspend_always initial_suspend() noexcept { return {}; }
  final_awaitable final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { error = std::current_exception(); }

  std::coroutine_handle<> continuation;
  std::exception_ptr error;
};

template <typename T> class task_promise final : public task_promise_base {
public:
  task<T> get_return_object() noexcept;
  template <typename V> void return_value(V &&value);
  T result();
};

template <> class task_promise<void> final : public task_promise_base {
public:
  task<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void result();
};

} // namespace detail

template <typename T = void> class [[nodiscard]] task {
public:
  using promise_type = detail::task_promise<T>;
  using value_type = T;

  task() noexcept : coroutine_(nullptr) {}
  explicit task(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
  task(task &&other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  task &operator=(task &&other) noexcept {
    if (coroutine_)
      coroutine_.destroy();
    coroutine_ = std::exchange(other.coroutine_, nullptr);
    return *this;
  }
  ~task() {
    if (coroutine_)
      coroutine_.destroy();
  }

  bool is_ready() const noexcept { return !coroutine_ || coroutine_.done(); }

  auto operator co_await() const & noexcept {
    struct awaitable : awaitable_base {
      decltype(auto) await_resume() { return this->coroutine.promise().result(); }
    };
    return awaitable{coroutine_};
  }
  auto operator co_await() const && noexcept {
    struct awaitable : awaitable_base {
      decltype(auto) await_resume() { return this->coroutine.promise().result(); }
    };
    return awaitable{coroutine_};
  }
  auto when_ready() const noexcept {
    struct awaitable : awaitable_base {
      void await_resume() const noexcept {}
    };
    return awaitable{coroutine_};
  }

private:
  struct awaitable_base {
    std::coroutine_handle<promise_type> coroutine;
    bool await_ready() const noexcept { return !coroutine || coroutine.done(); }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept {
      coroutine.promise().continuation = awaiting;
      return coroutine;
    }
  };

  std::coroutine_handle<promise_type> coroutine_;
};

} // namespace cppcoro
