// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The promise is a template outside the task, with a base class and specialisations.
//
// type: lib::task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: no
// generator: no
// synchronous: no
//
// type: lib::task<>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
//
// type: lib::task<int &>
// start: lazy
// errors: stored
#include <coroutine>
#include <exception>
#include <new>
#include <utility>

namespace lib {
template <typename T> class task;

namespace detail {
class task_promise_base {
  friend struct final_awaitable;
  struct final_awaitable {
    bool await_ready() const noexcept { return false; }
    template <typename Promise>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> h) noexcept {
      return h.promise().continuation_;
    }
    void await_resume() noexcept {}
  };

public:
  auto initial_suspend() noexcept { return std::suspend_always{}; }
  auto final_suspend() noexcept { return final_awaitable{}; }
  void set_continuation(std::coroutine_handle<> c) noexcept { continuation_ = c; }

private:
  std::coroutine_handle<> continuation_;
};

template <typename T> class task_promise final : public task_promise_base {
public:
  ~task_promise() {}
  task<T> get_return_object() noexcept;
  void unhandled_exception() noexcept {
    ::new (static_cast<void *>(&error_)) std::exception_ptr(std::current_exception());
    kind_ = 2;
  }
  template <typename V> void return_value(V &&value) { value_ = std::forward<V>(value); }
  T &result() & { return value_; }

private:
  int kind_ = 0;
  union {
    T value_;
    std::exception_ptr error_;
  };
};

template <> class task_promise<void> : public task_promise_base {
public:
  task<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void unhandled_exception() noexcept { error_ = std::current_exception(); }
  void result() {}

private:
  std::exception_ptr error_;
};

template <typename T> class task_promise<T &> : public task_promise_base {
public:
  task<T &> get_return_object() noexcept;
  void return_value(T &value) noexcept { value_ = &value; }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }
  T &result() { return *value_; }

private:
  T *value_ = nullptr;
  std::exception_ptr error_;
};
} // namespace detail

template <typename T = void> class [[nodiscard]] task {
public:
  using promise_type = detail::task_promise<T>;
  using value_type = T;

private:
  struct awaitable_base {
    std::coroutine_handle<promise_type> coroutine_;
    awaitable_base(std::coroutine_handle<promise_type> c) noexcept : coroutine_(c) {}
    bool await_ready() const noexcept { return !coroutine_ || coroutine_.done(); }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> waiting) noexcept {
      coroutine_.promise().set_continuation(waiting);
      return coroutine_;
    }
  };

public:
  task() noexcept : coroutine_(nullptr) {}
  explicit task(std::coroutine_handle<promise_type> c) : coroutine_(c) {}
  task(task &&other) noexcept : coroutine_(other.coroutine_) { other.coroutine_ = nullptr; }
  task(const task &) = delete;
  ~task() {
    if (coroutine_) {
      coroutine_.destroy();
    }
  }
  auto operator co_await() const & noexcept {
    struct awaitable : awaitable_base {
      using awaitable_base::awaitable_base;
      decltype(auto) await_resume() { return this->coroutine_.promise().result(); }
    };
    return awaitable{coroutine_};
  }
  auto operator co_await() const && noexcept {
    struct awaitable : awaitable_base {
      using awaitable_base::awaitable_base;
      decltype(auto) await_resume() { return std::move(this->coroutine_.promise()).result(); }
    };
    return awaitable{coroutine_};
  }

private:
  std::coroutine_handle<promise_type> coroutine_;
};

namespace detail {
template <typename T> task<T> task_promise<T>::get_return_object() noexcept {
  return task<T>{std::coroutine_handle<task_promise>::from_promise(*this)};
}
inline task<void> task_promise<void>::get_return_object() noexcept {
  return task<void>{std::coroutine_handle<task_promise>::from_promise(*this)};
}
template <typename T> task<T &> task_promise<T &>::get_return_object() noexcept {
  return task<T &>{std::coroutine_handle<task_promise>::from_promise(*this)};
}
} // namespace detail
} // namespace lib

lib::task<> start();
void call() { start(); }

#ifdef DEFINED
lib::task<> nothing() { co_return; }
lib::task<> twice() { co_await nothing(); }
#endif
