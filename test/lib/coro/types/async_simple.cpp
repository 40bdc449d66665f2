// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The promise asserts and stores; the object is awaited through &&.
//
// type: lib::Lazy<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: lib::Lazy<>
// start: lazy
// drop: destroys
// errors: stored
#include <cassert>
#include <coroutine>
#include <exception>
#include <utility>
#include <variant>

namespace lib {
template <typename T = void> class Lazy;
namespace detail {
class LazyPromiseBase {
public:
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  template <typename A> auto await_transform(A &&a) { return static_cast<A &&>(a).coAwait(this); }
  std::coroutine_handle<> continuation_;
};
template <typename T> class LazyPromise : public LazyPromiseBase {
public:
  Lazy<T> get_return_object() noexcept;
  void unhandled_exception() noexcept {
    value_.template emplace<std::exception_ptr>(std::current_exception());
  }
  template <typename V> void return_value(V &&v) { value_.template emplace<T>(v); }
  std::variant<std::monostate, T, std::exception_ptr> value_;
};
template <> class LazyPromise<void> : public LazyPromiseBase {
public:
  Lazy<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void unhandled_exception() noexcept {
    assert(error_ == nullptr);
    error_ = std::current_exception();
  }
  std::exception_ptr error_{nullptr};
};
template <typename T> struct LazyAwaiterBase {
  using Handle = std::coroutine_handle<LazyPromise<T>>;
  Handle handle_;
  LazyAwaiterBase(LazyAwaiterBase &&other) : handle_(std::exchange(other.handle_, nullptr)) {}
  LazyAwaiterBase(Handle h) : handle_(h) {}
  ~LazyAwaiterBase() {
    if (handle_) {
      handle_.destroy();
      handle_ = nullptr;
    }
  }
  bool await_ready() const noexcept { return false; }
};
template <typename T, bool reschedule> class LazyBase {
public:
  using promise_type = LazyPromise<T>;
  using Handle = std::coroutine_handle<promise_type>;
  struct ValueAwaiter : public LazyAwaiterBase<T> {
    ValueAwaiter(Handle h) : LazyAwaiterBase<T>(h) {}
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) noexcept {
      this->handle_.promise().continuation_ = h;
      return this->handle_;
    }
    void await_resume() {}
  };
  explicit LazyBase(Handle h) noexcept : coro_(h) {}
  LazyBase(LazyBase &&other) noexcept : coro_(std::move(other.coro_)) { other.coro_ = nullptr; }
  LazyBase(const LazyBase &) = delete;
  ~LazyBase() {
    if (coro_) {
      coro_.destroy();
      coro_ = nullptr;
    }
  }
  auto operator co_await() && { return ValueAwaiter(std::exchange(coro_, nullptr)); }

protected:
  Handle coro_;
};
} // namespace detail
template <typename T> class [[nodiscard]] Lazy : public detail::LazyBase<T, false> {
  using Base = detail::LazyBase<T, false>;

public:
  using Base::Base;
};
template <typename T> Lazy<T> detail::LazyPromise<T>::get_return_object() noexcept {
  return Lazy<T>(std::coroutine_handle<LazyPromise<T>>::from_promise(*this));
}
inline Lazy<void> detail::LazyPromise<void>::get_return_object() noexcept {
  return Lazy<void>(std::coroutine_handle<LazyPromise<void>>::from_promise(*this));
}
} // namespace lib
#ifdef DEFINED
lib::Lazy<int> one() { co_return 1; }
lib::Lazy<> two() { co_return; }
#endif
