// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <iterator>
#include <memory>
#include <utility>

namespace concurrencpp {

template <class type> class generator {
public:
  struct promise_type {
    generator get_return_object() noexcept {
      return generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(type &&value) noexcept {
      current = std::addressof(value);
      return {};
    }
    void unhandled_exception() noexcept { exception = std::current_exception(); }
    void return_void() const noexcept {}

    type *current = nullptr;
    std::exception_ptr exception;
  };

  struct iterator {
    std::coroutine_handle<promise_type> handle;
    bool operator==(std::default_sentinel_t) const noexcept { return handle.done(); }
    iterator &operator++() {
      handle.resume();
      return *this;
    }
    type &operator*() const noexcept { return *handle.promise().current; }
  };

  generator(std::coroutine_handle<promise_type> handle) noexcept : handle_(handle) {}
  generator(generator &&other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  ~generator() noexcept {
    if (static_cast<bool>(handle_))
      handle_.destroy();
  }
  iterator begin() {
    handle_.resume();
    return iterator{handle_};
  }
  static std::default_sentinel_t end() noexcept { return {}; }

private:
  std::coroutine_handle<promise_type> handle_;
};

} // namespace concurrencpp
