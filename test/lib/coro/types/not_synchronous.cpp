// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Eager types without a handle that do wait: their awaiters keep the handle for later.
//
// type: std::future<int>
// start: eager
// synchronous: no
// awaitable: yes
// errors: stored
//
// type: t::published<int>
// start: eager
// synchronous: no
//
// type: t::linked<int>
// start: eager
// synchronous: no
//
// type: t::cannot_wait
// start: eager
// synchronous: yes
// awaitable: no
#include <coroutine>
#include <exception>
#include <future>
#include <thread>

template <class T> struct future_promise : std::promise<T> {
  std::future<T> get_return_object() { return this->get_future(); }
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void return_value(T v) { this->set_value(v); }
  void unhandled_exception() { this->set_exception(std::current_exception()); }
};
template <class T, class... Args> struct std::coroutine_traits<std::future<T>, Args...> {
  using promise_type = future_promise<T>;
};
template <class T> auto operator co_await(std::future<T> f) {
  struct awaiter {
    std::future<T> future;
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<> h) {
      std::thread([this, h] {
        future.wait();
        h();
      }).detach();
    }
    T await_resume() { return future.get(); }
  };
  return awaiter{std::move(f)};
}
namespace t {
struct promise_base {
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() {}
  void wait_for(void *);
  promise_base *next = nullptr;
};
template <class T> struct published {
  struct state {
    T value;
    std::coroutine_handle<> waiting;
  } *shared;
  struct promise_type : promise_base {
    published get_return_object() { return {}; }
    void return_value(T) {}
  };
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) { shared->waiting = h; }
  T await_resume() { return shared->value; }
};
template <class T> struct linked {
  struct promise_type : promise_base {
    linked get_return_object() { return {}; }
    void return_value(T) {}
  };
  promise_base *waiting;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<promise_type> h) { h.promise().wait_for(waiting); }
  T await_resume() { return {}; }
};
struct cannot_wait {
  struct promise_type : promise_base {
    cannot_wait get_return_object() { return {}; }
    template <class U> void await_transform(U &&) = delete;
    void return_void() {}
  };
};
} // namespace t
