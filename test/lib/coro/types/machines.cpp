// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that their owner drives: he feeds events, tokens and ticks.
//
// type: t::machine
// start: eager
// drop: destroys
// errors: rethrown
// awaitable: no
// generator: no
// synchronous: no
//
// type: t::parser<int>
// start: eager
// drop: destroys
// errors: stored
// awaitable: no
// generator: no
// synchronous: no
//
// type: t::behaviour
// start: lazy
// drop: destroys
// errors: terminates
// awaitable: no
// generator: yes
// async-generator: no
//
// type: t::lazy_value<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: no
#include <coroutine>
#include <exception>
#include <optional>
#include <utility>
#include <variant>

namespace t {
struct opened {};
struct closed {};
using event = std::variant<opened, closed>;

// `co_await expect<opened>()`: the next event of that kind.
template <class E> struct expect {};
class machine {
public:
  struct promise_type {
    const event *current = nullptr;
    bool (*wanted)(const event &) = nullptr;
    machine get_return_object() {
      return machine(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
    template <class E> auto await_transform(expect<E>) {
      struct awaiter {
        promise_type &p;
        bool await_ready() { return false; }
        void await_suspend(std::coroutine_handle<>) {
          p.wanted = [](const event &e) { return std::holds_alternative<E>(e); };
        }
        E await_resume() { return std::get<E>(*p.current); }
      };
      return awaiter{*this};
    }
  };
  machine(machine &&o) noexcept : handle_(std::exchange(o.handle_, nullptr)) {}
  ~machine() {
    if (handle_)
      handle_.destroy();
  }
  void send(const event &e) {
    promise_type &p = handle_.promise();
    p.current = &e;
    if (p.wanted(e))
      handle_.resume();
  }

private:
  explicit machine(std::coroutine_handle<promise_type> h) : handle_(h) {}
  std::coroutine_handle<promise_type> handle_;
};

struct next_token_t {};
inline constexpr next_token_t next_token;
template <class T> struct parser {
  struct promise_type {
    char token;
    std::optional<T> result;
    std::exception_ptr error;
    parser get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    auto initial_suspend() noexcept { return std::suspend_never{}; }
    auto final_suspend() noexcept { return std::suspend_always{}; }
    void unhandled_exception() { error = std::current_exception(); }
    void return_value(T v) { result = std::move(v); }
    auto await_transform(next_token_t) {
      struct awaiter {
        promise_type &p;
        bool await_ready() { return false; }
        void await_suspend(std::coroutine_handle<>) {}
        char await_resume() { return p.token; }
      };
      return awaiter{*this};
    }
  };
  parser(std::coroutine_handle<promise_type> h) : handle(h) {}
  parser(const parser &) = delete;
  ~parser() { handle.destroy(); }
  bool feed(char c) {
    handle.promise().token = c;
    handle.resume();
    return handle.done();
  }
  std::coroutine_handle<promise_type> handle;
};

// `co_yield` ends a frame of the game.
struct behaviour {
  struct tick {};
  struct promise_type {
    behaviour get_return_object() {
      return behaviour{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(tick) noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }
  };
  explicit behaviour(std::coroutine_handle<promise_type> h) : handle(h) {}
  behaviour(behaviour &&o) noexcept : handle(std::exchange(o.handle, {})) {}
  behaviour &operator=(behaviour &&o) noexcept {
    if (this != &o) {
      if (handle)
        handle.destroy();
      handle = std::exchange(o.handle, {});
    }
    return *this;
  }
  ~behaviour() {
    if (handle)
      handle.destroy();
  }
  bool update() {
    if (!handle.done())
      handle.resume();
    return !handle.done();
  }
  std::coroutine_handle<promise_type> handle;
};

// Computed when it is first read.
template <class T> class lazy_value {
public:
  struct promise_type {
    std::variant<std::monostate, T, std::exception_ptr> result;
    lazy_value get_return_object() {
      return lazy_value(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T v) { result.template emplace<1>(std::move(v)); }
    void unhandled_exception() { result.template emplace<2>(std::current_exception()); }
    template <class U> void await_transform(U &&) = delete;
  };
  lazy_value(lazy_value &&o) noexcept : handle_(std::exchange(o.handle_, {})) {}
  ~lazy_value() {
    if (handle_)
      handle_.destroy();
  }
  const T &get() const {
    if (!handle_.done())
      handle_.resume();
    return std::get<1>(handle_.promise().result);
  }

private:
  explicit lazy_value(std::coroutine_handle<promise_type> h) : handle_(h) {}
  std::coroutine_handle<promise_type> handle_;
};
} // namespace t
#ifdef DEFINED
t::machine one() { co_await t::expect<t::opened>(); }
t::parser<int> two() { co_return co_await t::next_token; }
t::behaviour three() { co_yield {}; }
t::lazy_value<int> four() { co_return 1; }
#endif
