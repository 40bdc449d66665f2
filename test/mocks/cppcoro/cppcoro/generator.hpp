// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <iterator>
#include <memory>
#include <utility>

namespace cppcoro {

template <typename T> class generator {
public:
  class promise_type {
  public:
    generator get_return_object() noexcept {
      return generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T &value) noexcept {
      value_ = std::addressof(value);
      return {};
    }
    std::suspend_always yield_value(T &&value) noexcept {
      value_ = std::addressof(value);
      return {};
    }
    void unhandled_exception() { error_ = std::current_exception(); }
    void return_void() {}
    T &value() const noexcept { return *value_; }
    template <typename U> std::suspend_never await_transform(U &&value) = delete;

  private:
    T *value_;
    std::exception_ptr error_;
  };

  class iterator {
  public:
    explicit iterator(std::coroutine_handle<promise_type> coroutine) noexcept
        : coroutine_(coroutine) {}
    bool operator==(std::default_sentinel_t) const noexcept {
      return !coroutine_ || coroutine_.done();
    }
    iterator &operator++() {
      coroutine_.resume();
      return *this;
    }
    T &operator*() const noexcept { return coroutine_.promise().value(); }

  private:
    std::coroutine_handle<promise_type> coroutine_;
  };

  generator(generator &&other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  ~generator() {
    if (coroutine_)
      coroutine_.destroy();
  }
  iterator begin() {
    if (coroutine_)
      coroutine_.resume();
    return iterator(coroutine_);
  }
  std::default_sentinel_t end() noexcept { return {}; }

private:
  explicit generator(std::coroutine_handle<promise_type> coroutine) noexcept
      : coroutine_(coroutine) {}
  std::coroutine_handle<promise_type> coroutine_;
};

} // namespace cppcoro
