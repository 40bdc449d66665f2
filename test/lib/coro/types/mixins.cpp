// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A promise that is put together from bases, one for each thing that it does.
//
// type: t::lazy_task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
//
// type: t::eager_task<int>
// start: eager
// drop: destroys
// errors: terminates
// awaitable: yes
//
// type: t::numbers
// start: lazy
// drop: destroys
// errors: terminates
// generator: yes
// awaitable: no
#include <coroutine>
#include <cstdlib>
#include <exception>
#include <utility>

namespace t {
template <class T> struct returns {
  using value_type = T;
  void return_value(T v) { value = std::move(v); }
  T value;
};
struct returns_nothing {
  void return_void() noexcept {}
};
struct keeps_errors {
  void unhandled_exception() noexcept { error = std::current_exception(); }
  std::exception_ptr error;
};
struct dies {
  void unhandled_exception() noexcept { std::abort(); }
};
struct starts_suspended {
  std::suspend_always initial_suspend() const noexcept { return {}; }
};
struct starts_at_once {
  std::suspend_never initial_suspend() const noexcept { return {}; }
};
template <class Derived> struct resumes_awaiter {
  struct final_awaiter {
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<Derived> h) const noexcept {
      return h.promise().continuation;
    }
    void await_resume() const noexcept {}
  };
  final_awaiter final_suspend() const noexcept { return {}; }
  std::coroutine_handle<> continuation = std::noop_coroutine();
};
template <class Derived> struct stops {
  std::suspend_always final_suspend() const noexcept { return {}; }
};
template <class T> struct yields {
  std::suspend_always yield_value(T v) {
    current = std::move(v);
    return {};
  }
  T current;
};
template <class... Parts> struct assemble {
  template <template <class> class Final, class Task>
  struct type : Parts..., Final<type<Final, Task>> {
    Task get_return_object() noexcept {
      return Task{std::coroutine_handle<type>::from_promise(*this)};
    }
  };
};
template <class Promise> class owner {
public:
  explicit owner(std::coroutine_handle<Promise> h) : handle(h) {}
  owner(owner &&o) noexcept : handle(std::exchange(o.handle, {})) {}
  ~owner() {
    if (handle)
      handle.destroy();
  }

protected:
  std::coroutine_handle<Promise> handle;
};
template <class T, class Start, class Errors> class basic_task;
template <class T, class Start, class Errors>
using promise_of =
    typename assemble<returns<T>, Start, Errors>::template type<resumes_awaiter,
                                                                basic_task<T, Start, Errors>>;
template <class T, class Start, class Errors>
class basic_task : public owner<promise_of<T, Start, Errors>> {
public:
  using promise_type = promise_of<T, Start, Errors>;
  using owner<promise_type>::owner;
  auto operator co_await() {
    struct awaiter {
      std::coroutine_handle<promise_type> handle;
      bool await_ready() { return handle.done(); }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) {
        handle.promise().continuation = h;
        return handle;
      }
      T await_resume() { return std::move(handle.promise().value); }
    };
    return awaiter{this->handle};
  }
};
template <class T> using lazy_task = basic_task<T, starts_suspended, keeps_errors>;
template <class T> using eager_task = basic_task<T, starts_at_once, dies>;
class numbers;
using numbers_promise =
    assemble<yields<int>, returns_nothing, starts_suspended, dies>::type<stops, numbers>;
class numbers : public owner<numbers_promise> {
public:
  using promise_type = numbers_promise;
  using owner<promise_type>::owner;
  bool next() {
    handle.resume();
    return !handle.done();
  }
  int value() { return handle.promise().current; }
};
} // namespace t
#ifdef DEFINED
t::lazy_task<int> one() { co_return 1; }
t::eager_task<int> two() { co_return co_await one(); }
t::numbers three() { co_yield 1; }
#endif
