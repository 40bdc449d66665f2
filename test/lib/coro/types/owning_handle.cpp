// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A defaulted destructor over a handle that owns. The lvalue operator is deleted, the other hands
// the handle over to an awaiter that is defined in it.
//
// type: lib::task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: lib::task<void>
// start: lazy
// drop: destroys
//
// type: lib::stream<int>
// start: lazy
// drop: destroys
// errors: stored
// generator: yes
// async-generator: yes
#include <coroutine>
#include <cstddef>
#include <exception>
#include <optional>
#include <utility>

namespace lib {
template <class P> class unique_handle {
  std::coroutine_handle<P> handle_;

public:
  using promise_type = P;
  unique_handle() = default;
  explicit unique_handle(std::coroutine_handle<P> h) : handle_(h) {}
  unique_handle(unique_handle &&o) noexcept : handle_(std::exchange(o.handle_, {})) {}
  unique_handle &operator=(unique_handle &&o) noexcept {
    std::swap(handle_, o.handle_);
    return *this;
  }
  ~unique_handle() {
    if (handle_) {
      handle_.destroy();
    }
  }
  static unique_handle from_promise(P &p) {
    return unique_handle(std::coroutine_handle<P>::from_promise(p));
  }
  explicit operator bool() const noexcept { return static_cast<bool>(handle_); }
  P &promise() const noexcept { return handle_.promise(); }
  std::coroutine_handle<> get() const noexcept { return handle_; }
  void resume() { handle_.resume(); }
};
template <class A> struct allocates {
  void *operator new(std::size_t n) { return A::allocate(n); }
  void operator delete(void *p, std::size_t) { A::free(p); }
};
struct heap {
  static void *allocate(std::size_t);
  static void free(void *);
};
template <class T, class A = heap> class task;
template <class A> struct task_promise_base : private allocates<A> {
  using allocates<A>::operator new;
  using allocates<A>::operator delete;
  bool started = false;
  std::exception_ptr error = {};
  std::coroutine_handle<> continuation = {};
  auto initial_suspend() const noexcept { return std::suspend_always{}; }
  void unhandled_exception() noexcept { error = std::current_exception(); }
  auto final_suspend() noexcept { return std::suspend_always{}; }
};
template <class T, class A> struct task_promise final : public task_promise_base<A> {
  using handle_type = unique_handle<task_promise>;
  task<T, A> get_return_object();
  std::optional<T> value = {};
  void return_value(T v) { value = std::move(v); }
};
template <class A> struct task_promise<void, A> final : public task_promise_base<A> {
  using handle_type = unique_handle<task_promise>;
  task<void, A> get_return_object();
  void return_void() noexcept {}
};
template <class T, class A> class [[nodiscard]] task final {
  friend struct task_promise<T, A>;

public:
  using promise_type = task_promise<T, A>;
  using handle_type = typename promise_type::handle_type;
  explicit task(handle_type h) : coro{std::move(h)} {}
  task(task const &) = delete;
  task(task &&) noexcept = default;
  ~task() = default;
  auto operator co_await() & = delete;
  auto operator co_await() && {
    struct awaitable {
      handle_type coro;
      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept {
        coro.promise().continuation = awaiting;
        return coro.get();
      }
      T await_resume() {
        if constexpr (!__is_void(T))
          return *coro.promise().value;
      }
    };
    return awaitable{std::move(coro)};
  }
  T get() && {
    coro.resume();
    if constexpr (!__is_void(T))
      return *coro.promise().value;
  }

private:
  handle_type coro;
};
template <class A> inline auto task_promise<void, A>::get_return_object() -> task<void, A> {
  return task<void, A>{handle_type::from_promise(*this)};
}
template <class T, class A> inline auto task_promise<T, A>::get_return_object() -> task<T, A> {
  return task<T, A>{handle_type::from_promise(*this)};
}

// Its values are awaited one by one.
template <class T> class stream {
public:
  struct promise_type {
    using handle_type = unique_handle<promise_type>;
    std::optional<T> value;
    std::exception_ptr error;
    stream get_return_object() { return stream{handle_type::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T v) {
      value = std::move(v);
      return {};
    }
    void return_void() {}
    void unhandled_exception() noexcept { error = std::current_exception(); }
  };
  auto next() {
    struct awaitable {
      stream &s;
      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept {
        return s.coro.get();
      }
      std::optional<T> await_resume() { return std::move(s.coro.promise().value); }
    };
    return awaitable{*this};
  }

private:
  explicit stream(unique_handle<promise_type> h) : coro(std::move(h)) {}
  unique_handle<promise_type> coro;
};
} // namespace lib
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
lib::task<void> two() { co_await one(); }
lib::stream<int> three() { co_yield 1; }
#endif
