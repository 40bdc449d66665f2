// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One template for lazy and eager: a constant of the template decides in a local awaiter. The
// result is in a union, and the object is made from the promise.
//
// type: lib::lazy<int>
// start: lazy
// drop: destroys
// awaitable: yes
// single-use: no
// synchronous: no
//
// type: lib::eager<int>
// start: eager
// drop: destroys
// awaitable: yes
// synchronous: no
//
// type: lib::eager<void>
// start: eager
// drop: destroys
// errors: rethrown
// awaitable: yes
//
// type: lib::values<int>
// start: lazy
// drop: destroys
// generator: yes
// async-generator: no
// awaitable: no
#include <atomic>
#include <coroutine>
#include <exception>
#include <type_traits>
#include <utility>

namespace lib {
namespace detail {
template <class T> class plain_flag {
  T value_;

public:
  plain_flag(T v) : value_(v) {}
  T load(std::memory_order) { return value_; }
  void store(T v, std::memory_order) { value_ = v; }
};
template <class Result> bool keep(std::exception_ptr &error, Result *where);

template <class Awaitable, bool suspends, bool shared, bool is_void> struct promise {
  using container = typename Awaitable::container;
  union {
    char nothing{};
    container result;
  };
  std::conditional_t<shared, std::atomic<bool>, plain_flag<bool>> is_set{false};
  std::coroutine_handle<> continuation;
  promise() noexcept {}
  ~promise() {
    if (is_set.load(std::memory_order_acquire))
      result.~container();
  }
  auto get_return_object() { return Awaitable{*this}; }
  void return_value(container &&value) {
    new (&result) container(std::move(value));
    is_set.store(true, std::memory_order_release);
  }
  void unhandled_exception() {
    auto error = std::current_exception();
    if (!keep(error, &result))
      std::rethrow_exception(error);
  }
  auto initial_suspend() noexcept {
    struct awaiter {
      bool await_ready() noexcept { return !suspends; }
      void await_resume() noexcept {}
      void await_suspend(std::coroutine_handle<>) noexcept {}
    };
    return awaiter{};
  }
  auto final_suspend() noexcept {
    struct awaiter {
      bool await_ready() noexcept { return false; }
      void await_resume() noexcept {}
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise> self) noexcept {
        return self.promise().continuation ? self.promise().continuation : std::noop_coroutine();
      }
    };
    return awaiter{};
  }
};
template <class Awaitable, bool suspends, bool shared>
struct promise<Awaitable, suspends, shared, true> {
  std::conditional_t<shared, std::atomic<bool>, plain_flag<bool>> is_set{false};
  std::coroutine_handle<> continuation;
  auto get_return_object() { return Awaitable{*this}; }
  void return_void() noexcept {}
  void unhandled_exception() { std::rethrow_exception(std::current_exception()); }
  auto initial_suspend() noexcept {
    struct awaiter {
      bool await_ready() noexcept { return !suspends; }
      void await_resume() noexcept {}
      void await_suspend(std::coroutine_handle<>) noexcept {}
    };
    return awaiter{};
  }
  std::suspend_always final_suspend() noexcept { return {}; }
};
template <class T, class Executor, bool suspends, bool shared> struct [[nodiscard]] awaitable {
  using container = T;
  using promise_type = promise<awaitable, suspends, shared, std::is_void<T>::value>;
  std::coroutine_handle<promise_type> handle;
  awaitable(awaitable &&o) noexcept : handle(o.handle) { o.handle = nullptr; }
  awaitable(const awaitable &) = delete;
  ~awaitable() {
    if (handle)
      handle.destroy();
  }
  explicit awaitable(promise_type &p)
      : handle(std::coroutine_handle<promise_type>::from_promise(p)) {}
  bool await_ready() noexcept { return handle.promise().is_set.load(std::memory_order_acquire); }
  T await_resume() {
    if constexpr (!std::is_void_v<T>)
      return std::move(handle.promise().result);
  }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> c) noexcept {
    handle.promise().continuation = c;
    return handle;
  }
};
template <class T, class Executor, bool suspends> struct generator {
  class promise_type {
    T value_{};
    bool done_ = false;
    friend generator;

  public:
    auto get_return_object() { return generator{*this}; }
    void return_void() noexcept { done_ = true; }
    std::suspend_always yield_value(T &&v) {
      value_ = std::move(v);
      return {};
    }
    void unhandled_exception() { std::terminate(); }
    auto initial_suspend() noexcept {
      struct awaiter {
        bool await_ready() noexcept { return !suspends; }
        void await_resume() noexcept {}
        void await_suspend(std::coroutine_handle<>) noexcept {}
      };
      return awaiter{};
    }
    std::suspend_always final_suspend() noexcept { return {}; }
  };
  std::coroutine_handle<promise_type> handle;
  explicit generator(promise_type &p)
      : handle(std::coroutine_handle<promise_type>::from_promise(p)) {}
  generator(generator &&o) noexcept : handle(std::exchange(o.handle, nullptr)) {}
  ~generator() {
    if (handle)
      handle.destroy();
  }
  explicit operator bool() {
    handle();
    return !handle.promise().done_;
  }
  T operator()() { return std::move(handle.promise().value_); }
};
} // namespace detail
template <class T> using eager = detail::awaitable<T, void, false, false>;
template <class T> using lazy = detail::awaitable<T, void, true, true>;
template <class T> using values = detail::generator<T, void, true>;
} // namespace lib
#ifdef DEFINED
lib::lazy<int> one() { co_return 1; }
lib::eager<int> two() { co_return co_await one(); }
lib::eager<void> three() { co_await two(); }
lib::values<int> many() { co_yield 1; }
#endif
