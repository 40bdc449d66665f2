// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that are no asynchronous work, and work that runs by itself: all silent.
#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

/// A generator, awaited by nobody.
template <class T> class Generator {
public:
  struct promise_type {
    Generator get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(T value);
    void return_void();
    void unhandled_exception() { std::terminate(); }
  };
  ~Generator() {
    if (handle_)
      handle_.destroy();
  }
  T *begin();
  T *end();

private:
  std::coroutine_handle<promise_type> handle_;
};

/// expected-like: the value is there when the call returns.
template <class T> class Expected {
public:
  struct promise_type {
    Expected *result;
    Expected get_return_object() { return Expected(this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T value) { result->value_ = std::move(value); }
    void unhandled_exception() { throw; }
    template <class U> auto await_transform(Expected<U> other) {
      struct Awaiter {
        Expected<U> other;
        bool await_ready() { return other.has_value(); }
        void await_suspend(std::coroutine_handle<> handle) { handle.destroy(); }
        U await_resume() { return other.value(); }
      };
      return Awaiter{std::move(other)};
    }
  };
  explicit Expected(promise_type *promise) { promise->result = this; }
  bool has_value() const { return value_.has_value(); }
  T value() const { return *value_; }

private:
  std::optional<T> value_;
};

/// Fire and forget: starts at once, nobody can await it.
struct Detached {
  struct promise_type {
    Detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

Generator<int> numbers() { co_yield 1; }
Expected<int> parse() { co_return 1; }
Expected<int> twice() { co_return co_await parse() * 2; }
Detached background() { co_return; }

void callers() {
  numbers();
  parse();
  twice();
  background();
  auto unread = parse();
  auto unused = numbers();
  for (int number : numbers())
    (void)number;
}

// A wrapper of callables drops whatever they return; the mistake, if it is one, is its caller's.
template <class F> void invoke(F function) { (void)function(); }
struct Lazy {
  struct promise_type {
    Lazy get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
Lazy lazy();
void erased() { invoke(lazy); }
