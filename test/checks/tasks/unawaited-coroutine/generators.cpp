// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generators do what any function may: read files, wait, lock, sleep. No event loop runs them.
#include <chrono>
#include <coroutine>
#include <exception>
#include <fstream>
#include <future>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

template <class T> class [[nodiscard]] generator {
public:
  struct promise_type {
    T *value = nullptr;
    std::exception_ptr error;
    generator get_return_object() {
      return generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T &v) noexcept {
      value = std::addressof(v);
      return {};
    }
    std::suspend_always yield_value(T &&v) noexcept { return yield_value(v); }
    template <class U> void await_transform(U &&) = delete;
    void return_void() noexcept {}
    void unhandled_exception() { error = std::current_exception(); }
  };
  class iterator {
    std::coroutine_handle<promise_type> handle_;

  public:
    explicit iterator(std::coroutine_handle<promise_type> h) : handle_(h) {}
    T &operator*() const { return *handle_.promise().value; }
    iterator &operator++() {
      handle_.resume();
      return *this;
    }
    bool operator==(std::default_sentinel_t) const { return handle_.done(); }
  };
  generator(generator &&o) noexcept : handle_(std::exchange(o.handle_, {})) {}
  generator &operator=(generator &&o) noexcept {
    std::swap(handle_, o.handle_);
    return *this;
  }
  ~generator() {
    if (handle_)
      handle_.destroy();
  }
  iterator begin() {
    handle_.resume();
    return iterator(handle_);
  }
  std::default_sentinel_t end() { return {}; }

private:
  explicit generator(std::coroutine_handle<promise_type> h) : handle_(h) {}
  std::coroutine_handle<promise_type> handle_;
};

generator<std::string> lines(std::string path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    co_yield line;
}

std::mutex mutex;
std::vector<int> shared;
thread_local int current;

generator<int> snapshot() {
  std::lock_guard<std::mutex> lock(mutex);
  for (int each : shared)
    co_yield each;
}

generator<int> ticks(int count) {
  int &mine = current;
  for (int i = 0; i < count; ++i) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    ++mine;
    co_yield i;
  }
}

generator<int> results(std::vector<std::future<int>> futures) {
  for (std::future<int> &each : futures)
    co_yield each.get();
}

generator<int> filtered(generator<int> numbers, bool (*wanted)(int)) {
  for (int each : numbers)
    if (wanted(each))
      co_yield each;
}

generator<int> forever() {
  for (int i = 0;; ++i)
    co_yield i;
}

generator<int> guarded() {
  try {
    co_yield 1;
  } catch (...) {
  }
}

struct tree {
  std::unique_ptr<tree> left, right;
  int value;
  generator<int> walk() const {
    if (left)
      for (int each : left->walk())
        co_yield each;
    co_yield int(value);
    if (right)
      for (int each : right->walk())
        co_yield each;
  }
};

int sum(const tree &root, bool twice) {
  int total = 0;
  for (int each : root.walk())
    total += each;
  auto numbers = forever();
  if (!twice)
    return total;
  for (int each : numbers) {
    if (each > 10)
      break;
    total += each;
  }
  generator<int> second = snapshot();
  second = ticks(2);
  (void)guarded();
  std::vector<generator<int>> all;
  all.push_back(ticks(1));
  for (const std::string &line : lines("numbers.txt"))
    total += static_cast<int>(line.size());
  return total;
}

int in_thread() {
  std::thread worker([] {
    for (int each : ticks(3))
      current = each;
  });
  worker.join();
  auto counted = std::async([] { return sum(tree(), true); });
  return counted.get();
}
