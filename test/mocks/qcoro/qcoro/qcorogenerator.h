// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

namespace QCoro {

template <typename T> class Generator;

namespace detail {

template <typename T> class GeneratorPromise {
  using value_type = std::remove_reference_t<T>;

public:
  Generator<T> get_return_object();
  std::suspend_always initial_suspend() { return {}; }
  std::suspend_always final_suspend() noexcept {
    value_ = nullptr;
    return {};
  }
  void unhandled_exception() { error_ = std::current_exception(); }
  std::suspend_always yield_value(value_type &value) {
    value_ = std::addressof(value);
    return {};
  }
  std::suspend_always yield_value(value_type &&value) {
    value_ = std::addressof(value);
    return {};
  }
  void return_void() {}
  value_type &value() { return *const_cast<value_type *>(static_cast<const value_type *>(value_)); }
  bool finished() const { return value_ == nullptr; }
  template <typename U> std::suspend_never await_transform(U &&) = delete;

private:
  const void *value_ = nullptr;
  std::exception_ptr error_;
};

} // namespace detail

template <typename T> class GeneratorIterator {
public:
  using promise_type = detail::GeneratorPromise<T>;

  explicit GeneratorIterator(std::coroutine_handle<promise_type> coroutine)
      : coroutine_(coroutine) {}
  GeneratorIterator operator++() {
    coroutine_.resume();
    if (coroutine_.promise().finished())
      coroutine_ = nullptr;
    return *this;
  }
  std::add_lvalue_reference_t<T> operator*() const noexcept { return coroutine_.promise().value(); }
  bool operator!=(const GeneratorIterator &other) const noexcept {
    return coroutine_ != other.coroutine_;
  }

private:
  std::coroutine_handle<promise_type> coroutine_{nullptr};
};

template <typename T> class Generator {
public:
  using promise_type = detail::GeneratorPromise<T>;
  using iterator = GeneratorIterator<T>;

  explicit Generator(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
  Generator(Generator &&other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  ~Generator() {
    if (coroutine_)
      coroutine_.destroy();
  }

  iterator begin() {
    coroutine_.resume();
    return iterator{coroutine_.promise().finished() ? nullptr : coroutine_};
  }
  iterator end() { return iterator{nullptr}; }

private:
  std::coroutine_handle<promise_type> coroutine_;
};

template <typename T> Generator<T> detail::GeneratorPromise<T>::get_return_object() {
  return Generator<T>(std::coroutine_handle<GeneratorPromise>::from_promise(*this));
}

} // namespace QCoro
