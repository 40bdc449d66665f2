// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Bases that are told their derived class: of the promise, of the object, of both. The promise of
// one is defined outside of its class.
//
// type: t::task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: t::task<void>
// start: lazy
// drop: destroys
// errors: stored
//
// type: t::job
// start: eager
// drop: detaches
// errors: terminates
// awaitable: no
// synchronous: no
//
// type: t::outside<int>
// start: eager
// drop: destroys
// errors: stored
// awaitable: yes
#include <coroutine>
#include <exception>
#include <utility>
#include <variant>

namespace t {
template <class Task, class Promise> struct promise_base {
  Task get_return_object() noexcept {
    return Task{std::coroutine_handle<Promise>::from_promise(static_cast<Promise &>(*this))};
  }
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {
    static_cast<Promise *>(this)->fail(std::current_exception());
  }
};
template <class T> struct task;
template <class T> struct task_promise : promise_base<task<T>, task_promise<T>> {
  void return_value(T v) { result = std::move(v); }
  void fail(std::exception_ptr e) { result = e; }
  std::variant<std::monostate, T, std::exception_ptr> result;
};
template <> struct task_promise<void> : promise_base<task<void>, task_promise<void>> {
  void return_void() {}
  void fail(std::exception_ptr e) { error = e; }
  std::exception_ptr error;
};
/// What all objects with a handle do.
template <class Derived, class Promise> class handle_owner {
public:
  explicit handle_owner(std::coroutine_handle<Promise> h) : handle_(h) {}
  handle_owner(handle_owner &&o) noexcept : handle_(std::exchange(o.handle_, {})) {}
  auto operator co_await() && {
    return typename Derived::awaiter{static_cast<Derived &&>(*this).release()};
  }

protected:
  ~handle_owner() { static_cast<Derived *>(this)->end(); }
  std::coroutine_handle<Promise> handle_;
};
template <class T> struct task : handle_owner<task<T>, task_promise<T>> {
  using promise_type = task_promise<T>;
  using base = handle_owner<task<T>, task_promise<T>>;
  using base::base;
  struct awaiter {
    std::coroutine_handle<promise_type> handle;
    bool await_ready() { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<>) { return handle; }
    T await_resume() {
      if constexpr (!__is_void(T))
        return std::get<1>(handle.promise().result);
    }
  };
  std::coroutine_handle<promise_type> release() { return std::exchange(this->handle_, {}); }
  void end() {
    if (this->handle_)
      this->handle_.destroy();
  }
};

template <class Derived> struct fire_and_forget {
  struct promise_type {
    Derived get_return_object() { return Derived{h::from_promise(*this)}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    [[noreturn]] void unhandled_exception() { std::terminate(); }
    using h = std::coroutine_handle<promise_type>;
  };
};
struct job : fire_and_forget<job> {
  std::coroutine_handle<promise_type> handle;
  explicit job(std::coroutine_handle<promise_type> h) : handle(h) {}
};

template <class Derived, class T> struct returns {
  void return_value(T v) { static_cast<Derived *>(this)->keep(std::move(v)); }
};
template <class Derived> struct returns<Derived, void> {
  void return_void() noexcept {}
};
template <class T> class outside {
public:
  class promise_type;
  outside(std::coroutine_handle<promise_type> c) noexcept;
  outside(outside &&o) noexcept : handle_(std::exchange(o.handle_, nullptr)) {}
  ~outside();
  auto operator co_await();

private:
  std::coroutine_handle<promise_type> handle_;
};
template <class T> class outside<T>::promise_type : public returns<promise_type, T> {
public:
  auto get_return_object() noexcept {
    return outside{std::coroutine_handle<promise_type>::from_promise(*this)};
  }
  constexpr auto initial_suspend() const { return std::suspend_never{}; }
  constexpr auto final_suspend() const noexcept { return std::suspend_always{}; }
  void unhandled_exception() { state_ = std::exception_ptr{std::current_exception()}; }
  void keep(T v) { state_ = std::move(v); }

private:
  std::variant<std::monostate, std::exception_ptr, T> state_;
};
template <class T>
outside<T>::outside(std::coroutine_handle<promise_type> c) noexcept : handle_(c) {}
template <class T> outside<T>::~outside() {
  if (handle_)
    handle_.destroy();
}
template <class T> auto outside<T>::operator co_await() {
  struct awaiter {
    std::coroutine_handle<promise_type> handle;
    bool await_ready() { return handle.done(); }
    void await_suspend(std::coroutine_handle<>) {}
    T await_resume() { return {}; }
  };
  return awaiter{handle_};
}
} // namespace t
#ifdef DEFINED
t::task<int> one() { co_return 1; }
t::task<void> two() { co_await one(); }
t::job three() { co_await two(); }
t::outside<int> four() { co_return 1; }
#endif
