// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// More types whose co_await is an early return: the result is filled in through a pointer, a
// reference, a holder that converts; the awaiting coroutine is destroyed, or left alone.
//
// type: t::outcome<int>
// start: eager
// synchronous: yes
// generator: no
//
// type: t::either<int>
// start: eager
// synchronous: yes
//
// type: t::status_or<int>
// start: eager
// synchronous: yes
// awaitable: yes
//
// type: t::checked<int>
// start: eager
// synchronous: yes
//
// type: t::outcome<void>
// start: eager
// synchronous: yes
//
// type: t::self<int>
// start: eager
// synchronous: yes
// awaitable: yes
#include <coroutine>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace t {
using error = std::string;

// A holder that tells the promise where it is, also when it is moved.
template <class T> struct holder {
  std::optional<T> stage;
  holder *&self;
  explicit holder(holder *&p) : self(p) { self = this; }
  holder(holder &&o) : stage(std::move(o.stage)), self(o.self) { self = this; }
  void operator=(const holder &) = delete;
  template <class... Args> void emplace(Args &&...args) {
    stage.emplace(static_cast<Args &&>(args)...);
  }
  operator T() { return std::move(*stage); }
};
template <class T> holder<T> make_holder(holder<T> *&p) { return holder<T>(p); }

template <class T> class outcome {
public:
  outcome(T v) : data_(std::in_place_index<0>, std::move(v)) {}
  outcome(error e) : data_(std::in_place_index<1>, std::move(e)) {}
  explicit operator bool() const { return data_.index() == 0; }
  T &operator*() { return std::get<0>(data_); }
  error &failure() { return std::get<1>(data_); }

private:
  std::variant<T, error> data_;
};
template <> class outcome<void> {
public:
  outcome() = default;
  outcome(error e) : error_(std::move(e)) {}
  explicit operator bool() const { return !error_; }
  error &failure() { return *error_; }

private:
  std::optional<error> error_;
};
template <class U> struct outcome_awaiter {
  outcome<U> o;
  bool await_ready() { return static_cast<bool>(o); }
  template <class P> void await_suspend(std::coroutine_handle<P> h) {
    h.promise().data->emplace(std::move(o.failure()));
    h.destroy();
  }
  U await_resume() {
    if constexpr (!__is_void(U))
      return std::move(*o);
  }
};
template <class T> struct outcome_promise_base {
  holder<outcome<T>> *data = nullptr;
  auto get_return_object() { return make_holder(data); }
  auto initial_suspend() const noexcept { return std::suspend_never{}; }
  auto final_suspend() const noexcept { return std::suspend_never{}; }
  [[noreturn]] void unhandled_exception() noexcept { std::terminate(); }
  template <class U> outcome_awaiter<U> await_transform(outcome<U> o) { return {std::move(o)}; }
};
template <class T> struct outcome_promise : outcome_promise_base<T> {
  void return_value(T v) { this->data->emplace(std::move(v)); }
};
template <> struct outcome_promise<void> : outcome_promise_base<void> {
  void return_void() { data->emplace(); }
};

// The object starts as a reference to itself, and the awaiter says by its result what happens.
template <class T> class either {
public:
  struct promise_type {
    either *result = nullptr;
    either get_return_object() { return either(*this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { result->value_ = std::move(v); }
    void return_value(error e) { result->error_ = std::move(e); }
    void unhandled_exception() { throw; }
  };
  either(either &&) = default;
  struct awaiter {
    either &operand;
    bool await_ready() const noexcept { return operand.value_.has_value(); }
    bool await_suspend(std::coroutine_handle<promise_type> h) {
      h.promise().result->error_ = operand.error_;
      h.destroy();
      return true;
    }
    T await_resume() { return std::move(*operand.value_); }
  };
  awaiter operator co_await() { return {*this}; }

private:
  explicit either(promise_type &p) { p.result = this; }
  std::optional<T> value_;
  error error_;
};

// Its own awaiter; leaves the coroutine that stops where it is.
template <class T> struct status_or {
  std::optional<T> value;
  error status;
  struct promise_type {
    status_or *result;
    status_or get_return_object() { return {{}, {}}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { result->value = std::move(v); }
    void unhandled_exception() { std::terminate(); }
  };
  bool await_ready() const { return value.has_value(); }
  void await_suspend(std::coroutine_handle<promise_type> h) { h.promise().result->status = status; }
  T await_resume() { return *value; }
};

// Its own awaiter, by a member template: any coroutine of this kind may await it.
template <class T> class self {
public:
  struct promise_type {
    std::optional<self> *slot = nullptr;
    struct object {
      std::optional<self> value;
      explicit object(promise_type &p) { p.slot = &value; }
      operator self() { return std::move(*value); }
    };
    object get_return_object() { return object(*this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { slot->emplace(std::move(v)); }
    void unhandled_exception() { throw; }
  };
  explicit self(T v) : data_(std::in_place_index<0>, std::move(v)) {}
  self(error e, int) : data_(std::in_place_index<1>, std::move(e)) {}
  bool await_ready() const { return data_.index() == 0; }
  template <class P> void await_suspend(std::coroutine_handle<P> h) {
    h.promise().slot->emplace(std::get<1>(data_), 0);
    h.destroy();
  }
  T await_resume() { return std::move(std::get<0>(data_)); }

private:
  std::variant<T, error> data_;
};

// Never suspends at all: what fails is thrown, and caught by the promise.
template <class T> struct checked {
  std::variant<std::monostate, T, error> data;
  struct failed {
    error what;
  };
  struct promise_type {
    checked *result = nullptr;
    struct object {
      checked value;
      explicit object(promise_type &p) { p.result = &value; }
      operator checked() { return std::move(value); }
    };
    object get_return_object() { return object(*this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { result->data = std::move(v); }
    void unhandled_exception() {
      try {
        throw;
      } catch (failed &f) {
        result->data = std::move(f.what);
      }
    }
    template <class U> auto await_transform(checked<U> c) {
      struct awaiter {
        checked<U> c;
        constexpr bool await_ready() const noexcept { return true; }
        void await_suspend(std::coroutine_handle<>) const noexcept {}
        U await_resume() {
          if (c.data.index() != 1)
            throw failed{};
          return std::get<1>(std::move(c.data));
        }
      };
      return awaiter{std::move(c)};
    }
  };
};
} // namespace t
template <class T, class... Args> struct std::coroutine_traits<t::outcome<T>, Args...> {
  using promise_type = t::outcome_promise<T>;
};
#ifdef DEFINED
t::outcome<int> one() { co_return 1; }
t::outcome<int> two() { co_return co_await one(); }
t::outcome<void> three() { co_await two(); }
t::either<int> four() { co_return 1; }
t::either<int> five() { co_return co_await four(); }
t::status_or<int> six() { co_return 1; }
t::status_or<int> seven() { co_return co_await six(); }
t::checked<int> eight() { co_return 1; }
t::self<int> ten() { co_return 1; }
t::self<int> eleven() { co_return co_await ten(); }
t::checked<int> nine() { co_return co_await eight(); }
#endif
