// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <iterator>
#include <memory>
#include <utility>

namespace async_simple::coro {

template <typename Ref> class Generator {
public:
  class promise_type {
  public:
    Generator get_return_object() noexcept {
      return Generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(Ref &&value) noexcept {
      current = std::addressof(value);
      return {};
    }
    void await_transform() = delete;
    void return_void() noexcept {}
    void unhandled_exception() { exception = std::current_exception(); }

    Ref *current = nullptr;
    std::exception_ptr exception;
  };

  struct iterator {
    std::coroutine_handle<promise_type> handle;
    bool operator==(std::default_sentinel_t) const { return handle.done(); }
    iterator &operator++() {
      handle.resume();
      return *this;
    }
    Ref &operator*() const { return *handle.promise().current; }
  };

  Generator(Generator &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  ~Generator() {
    if (handle_)
      handle_.destroy();
  }
  iterator begin() {
    handle_.resume();
    return iterator{handle_};
  }
  std::default_sentinel_t end() const noexcept { return {}; }

private:
  explicit Generator(std::coroutine_handle<promise_type> handle) noexcept : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};

} // namespace async_simple::coro
