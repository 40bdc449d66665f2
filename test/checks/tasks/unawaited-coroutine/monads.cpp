// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Early-return types in other shapes, each used as functions are: with locks, files and sleep around
// a co_await, dropped, kept and not read, in loops and handlers. Nothing here is asynchronous.
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using error = std::string;

/// Filled in through a holder that is moved and then converts.
namespace held {
template <class T> struct holder {
  std::optional<T> stage;
  holder *&self;
  explicit holder(holder *&p) : self(p) { self = this; }
  holder(holder &&o) : stage(std::move(o.stage)), self(o.self) { self = this; }
  operator T() { return std::move(*stage); }
};
template <class T> struct outcome {
  std::optional<T> value;
  error failure;
};
template <class U> struct awaiter {
  outcome<U> operand;
  bool await_ready() const { return operand.value.has_value(); }
  template <class P> void await_suspend(std::coroutine_handle<P> h) {
    h.promise().data->stage.emplace();
    h.promise().data->stage->failure = std::move(operand.failure);
    h.destroy();
  }
  U await_resume() { return std::move(*operand.value); }
};
template <class T> struct promise {
  holder<outcome<T>> *data = nullptr;
  auto get_return_object() { return holder<outcome<T>>(data); }
  auto initial_suspend() const noexcept { return std::suspend_never{}; }
  auto final_suspend() const noexcept { return std::suspend_never{}; }
  void return_value(T v) { data->stage.emplace(std::move(v)); }
  [[noreturn]] void unhandled_exception() noexcept { std::terminate(); }
  template <class U> awaiter<U> await_transform(outcome<U> o) { return {std::move(o)}; }
};
} // namespace held
template <class T, class... Args> struct std::coroutine_traits<held::outcome<T>, Args...> {
  using promise_type = held::promise<T>;
};

/// A reference to itself, an operator, and an awaiter that says whether it suspends.
namespace linked {
template <class T> class outcome {
public:
  struct promise_type {
    outcome *result = nullptr;
    outcome get_return_object() { return outcome(*this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { result->value_ = std::move(v); }
    void unhandled_exception() { throw; }
  };
  struct awaiter {
    outcome &operand;
    bool await_ready() const noexcept { return operand.value_.has_value(); }
    bool await_suspend(std::coroutine_handle<promise_type> h) {
      h.promise().result->failure_ = operand.failure_;
      h.destroy();
      return true;
    }
    T await_resume() { return std::move(*operand.value_); }
  };
  awaiter operator co_await() { return {*this}; }

private:
  explicit outcome(promise_type &p) { p.result = this; }
  std::optional<T> value_;
  error failure_;
};
} // namespace linked

/// Leaves the coroutine that stops as it is.
namespace left {
template <class T> struct outcome {
  std::optional<T> value;
  error failure;
  struct promise_type {
    outcome *result;
    struct object {
      outcome value;
      explicit object(promise_type &p) { p.result = &value; }
      operator outcome() { return std::move(value); }
    };
    object get_return_object() { return object(*this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { result->value = std::move(v); }
    void unhandled_exception() { std::terminate(); }
  };
  bool await_ready() const { return value.has_value(); }
  void await_suspend(std::coroutine_handle<promise_type> h) { h.promise().result->failure = failure; }
  T await_resume() { return *value; }
};
} // namespace left

/// Throws what fails, and catches it in the promise.
namespace thrown {
template <class T> struct outcome {
  std::optional<T> value;
  error failure;
  struct promise_type {
    outcome *result = nullptr;
    struct object {
      outcome value;
      explicit object(promise_type &p) { p.result = &value; }
      operator outcome() { return std::move(value); }
    };
    object get_return_object() { return object(*this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { result->value = std::move(v); }
    void unhandled_exception() {
      try {
        throw;
      } catch (error &e) {
        result->failure = std::move(e);
      }
    }
    template <class U> auto await_transform(outcome<U> o) {
      struct awaiter {
        outcome<U> operand;
        constexpr bool await_ready() const noexcept { return true; }
        void await_suspend(std::coroutine_handle<>) const noexcept {}
        U await_resume() {
          if (!operand.value)
            throw operand.failure;
          return std::move(*operand.value);
        }
      };
      return awaiter{std::move(o)};
    }
  };
};
} // namespace thrown

std::mutex mutex;
thread_local int depth;

namespace held {
outcome<int> step() { co_return 1; }
outcome<int> work(const std::vector<int> &items) {
  std::unique_lock<std::mutex> lock(mutex);
  int &mine = depth;
  int sum = co_await step();
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  for (int each : items)
    sum += each + co_await step();
  ++mine;
  std::FILE *file = std::fopen("sum", "w");
  std::fprintf(file, "%d", sum);
  std::fclose(file);
  co_return sum + co_await step();
}
void uses(bool early) {
  auto kept = work({1});
  if (early)
    return;
  step();
  (void)work({});
  std::thread([] { step(); }).join();
}
} // namespace held

namespace linked {
outcome<int> step() { co_return 1; }
outcome<int> work() {
  std::lock_guard<std::mutex> lock(mutex);
  auto first = step();
  auto second = step();
  int sum = co_await first + co_await second;
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  sum += co_await first;
  try {
    sum += co_await step();
  } catch (...) {
  }
  co_return sum;
}
void uses(bool early) {
  auto kept = work();
  if (early)
    return;
  step();
}
} // namespace linked

namespace left {
outcome<int> step() { co_return 1; }
outcome<int> work() {
  std::lock_guard<std::mutex> lock(mutex);
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  co_return co_await step() + co_await step();
}
void uses(bool early) {
  auto kept = work();
  if (early)
    return;
  step();
}
} // namespace left

namespace thrown {
outcome<int> step() { co_return 1; }
outcome<int> work() {
  std::lock_guard<std::mutex> lock(mutex);
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  auto first = step();
  co_return co_await first + co_await std::move(first);
}
void uses(bool early) {
  auto kept = work();
  if (early)
    return;
  step();
}
} // namespace thrown
