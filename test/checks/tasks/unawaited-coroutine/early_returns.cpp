// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines for early returns do what any function may: their co_await waits for nothing.
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <exception>
#include <fstream>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

using error = std::string;

/// The result, and the awaiter of others.
template <class T> class expected {
public:
  struct promise_type {
    expected *result = nullptr;
    struct object {
      std::optional<expected> value;
      promise_type &promise;
      explicit object(promise_type &p) : promise(p) { p.slot = &value; }
      operator expected() { return std::move(*value); }
    };
    std::optional<expected> *slot = nullptr;
    object get_return_object() { return object(*this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { slot->emplace(std::move(v)); }
    void unhandled_exception() { throw; }
  };
  expected(T v) : data_(std::in_place_index<0>, std::move(v)) {}
  expected(error e, int) : data_(std::in_place_index<1>, std::move(e)) {}
  explicit operator bool() const { return data_.index() == 0; }
  T &operator*() { return std::get<0>(data_); }
  bool await_ready() const { return data_.index() == 0; }
  template <class P> void await_suspend(std::coroutine_handle<P> h) {
    h.promise().slot->emplace(std::get<1>(data_), 0);
    h.destroy();
  }
  T await_resume() { return std::move(std::get<0>(data_)); }

private:
  std::variant<T, error> data_;
};

/// std::optional as a coroutine, through traits.
template <class T> struct optional_promise {
  std::optional<T> *slot = nullptr;
  struct object {
    std::optional<T> value;
    explicit object(optional_promise &p) { p.slot = &value; }
    operator std::optional<T>() { return std::move(value); }
  };
  object get_return_object() { return object(*this); }
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void return_value(T v) { slot->emplace(std::move(v)); }
  void unhandled_exception() { throw; }
  template <class U> struct awaiter {
    std::optional<U> operand;
    bool await_ready() const { return operand.has_value(); }
    void await_suspend(std::coroutine_handle<> h) { h.destroy(); }
    U await_resume() { return *std::move(operand); }
  };
  template <class U> awaiter<U> await_transform(std::optional<U> o) { return {std::move(o)}; }
};
template <class T, class... Args> struct std::coroutine_traits<std::optional<T>, Args...> {
  using promise_type = optional_promise<T>;
};

std::mutex mutex;
thread_local int depth;

expected<std::string> read(const char *path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line))
    co_return co_await expected<std::string>("empty", 0);
  co_return line;
}

expected<int> number(const std::string &text) {
  int value = 0;
  if (std::sscanf(text.c_str(), "%d", &value) != 1)
    co_await expected<int>("no number", 0);
  co_return value;
}

expected<int> locked(const char *path) {
  std::lock_guard<std::mutex> lock(mutex);
  int &mine = depth;
  std::string text = co_await read(path);
  ++mine;
  co_return co_await number(text);
}

expected<int> slow(std::future<int> result) {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  int first = co_await number("1");
  co_return first + result.get();
}

expected<int> all(const std::vector<std::string> &texts) {
  int sum = 0;
  for (const std::string &text : texts)
    sum += co_await number(text);
  try {
    sum += co_await number("x");
  } catch (...) {
  }
  co_return sum;
}

std::optional<int> half(int n) {
  if (n % 2)
    co_await std::optional<int>();
  co_return n / 2;
}

std::optional<int> quarter(int n) {
  int once = co_await half(n);
  std::lock_guard<std::mutex> lock(mutex);
  co_return co_await half(once);
}

int uses(bool early) {
  auto parsed = number("7");
  auto kept = quarter(8);
  if (early)
    return 0;
  number("8");
  half(3);
  (void)locked("file");
  std::vector<expected<int>> many;
  many.push_back(all({"1", "2"}));
  expected<int> again = number("9");
  again = slow(std::async([] { return 1; }));
  auto checked = [](int n) -> std::optional<int> { co_return co_await half(n); };
  checked(4);
  std::thread worker([&] { half(2); });
  worker.join();
  return parsed ? *parsed + kept.value_or(0) : *again;
}
