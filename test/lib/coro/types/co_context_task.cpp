// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The destructor asks a function of its own whether there is a frame.
//
// type: lib::task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: no
//
// type: lib::task<>
// start: lazy
// drop: destroys
// errors: stored
#include <coroutine>
#include <exception>
#include <utility>

namespace lib {
template <typename T = void> class task;
namespace detail {
class promise_base {
  struct final_awaiter {
    constexpr bool await_ready() const noexcept { return false; }
    template <typename P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> h) noexcept {
      return h.promise().parent_;
    }
    void await_resume() noexcept {}
  };

public:
  constexpr std::suspend_always initial_suspend() noexcept { return {}; }
  constexpr final_awaiter final_suspend() noexcept { return {}; }
  std::coroutine_handle<> parent_{std::noop_coroutine()};
};
enum class state { none, value, error };
template <typename T> class promise final : public promise_base {
public:
  promise() noexcept : state_(state::none) {}
  ~promise() {
    if (state_ == state::error)
      error_.~exception_ptr();
  }
  task<T> get_return_object() noexcept;
  void unhandled_exception() noexcept {
    error_ = std::current_exception();
    state_ = state::error;
  }
  template <typename V> void return_value(V &&v) {}

private:
  state state_;
  union {
    T value_;
    std::exception_ptr error_;
  };
};
template <> class promise<void> final : public promise_base {
public:
  task<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void unhandled_exception() { error_ = std::current_exception(); }
  std::exception_ptr error_;
};
} // namespace detail
template <typename T> class [[nodiscard("Did you forget to co_await?")]] task {
public:
  using promise_type = detail::promise<T>;
  explicit task(std::coroutine_handle<promise_type> h) : handle_(h) {}
  task(const task &) = delete;
  task(task &&other) noexcept : handle_(other.handle_) { other.handle_ = nullptr; }
  ~task() {
    if (not is_empty()) {
      reset();
    }
  }
  bool is_empty() const noexcept { return handle_ == nullptr; }
  void reset() noexcept { handle_.destroy(); }
  bool await_ready() const noexcept { return is_empty() || handle_.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) noexcept {
    handle_.promise().parent_ = h;
    return handle_;
  }
  T await_resume() { return T(); }

private:
  std::coroutine_handle<promise_type> handle_;
};
template <typename T> task<T> detail::promise<T>::get_return_object() noexcept {
  return task<T>{std::coroutine_handle<promise>::from_promise(*this)};
}
inline task<void> detail::promise<void>::get_return_object() noexcept {
  return task<void>{std::coroutine_handle<promise>::from_promise(*this)};
}
} // namespace lib
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
lib::task<> two() { co_await one(); }
#endif
