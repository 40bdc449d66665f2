// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lazy generator: no co_await inside, iterated by the caller.
//
// type: lib::generator<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: no
// generator: yes
// async-generator: no
// synchronous: no
#include <coroutine>
#include <exception>
#include <memory>
#include <type_traits>

namespace lib {
template <typename T> class generator;
namespace detail {
template <typename T> class generator_promise {
public:
  generator<T> get_return_object() noexcept;
  constexpr std::suspend_always initial_suspend() const noexcept { return {}; }
  constexpr std::suspend_always final_suspend() const noexcept { return {}; }
  std::suspend_always yield_value(std::remove_reference_t<T> &&value) noexcept {
    value_ = std::addressof(value);
    return {};
  }
  void unhandled_exception() { error_ = std::current_exception(); }
  void return_void() {}
  template <typename U> std::suspend_never await_transform(U &&value) = delete;
  T &value() { return *value_; }

private:
  std::remove_reference_t<T> *value_;
  std::exception_ptr error_;
};
template <typename T> struct generator_iterator {
  std::coroutine_handle<generator_promise<T>> handle_;
  generator_iterator &operator++() {
    handle_.resume();
    return *this;
  }
  T &operator*() const { return handle_.promise().value(); }
  bool operator!=(std::nullptr_t) const { return !handle_.done(); }
};
} // namespace detail
template <typename T> class [[nodiscard]] generator {
public:
  using promise_type = detail::generator_promise<T>;
  using iterator = detail::generator_iterator<T>;
  generator(generator &&other) noexcept : handle_(other.handle_) { other.handle_ = nullptr; }
  ~generator() {
    if (handle_)
      handle_.destroy();
  }
  iterator begin() {
    handle_.resume();
    return iterator{handle_};
  }
  std::nullptr_t end() noexcept { return nullptr; }

private:
  friend class detail::generator_promise<T>;
  explicit generator(std::coroutine_handle<promise_type> h) noexcept : handle_(h) {}
  std::coroutine_handle<promise_type> handle_;
};
template <typename T> generator<T> detail::generator_promise<T>::get_return_object() noexcept {
  return generator<T>{std::coroutine_handle<generator_promise<T>>::from_promise(*this)};
}
} // namespace lib
#ifdef DEFINED
lib::generator<int> numbers() { co_yield 1; }
#endif
