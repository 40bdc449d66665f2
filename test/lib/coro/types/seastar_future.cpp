// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A future that coroutines may return: the traits define the promise; no handle in the object.
//
// type: lib::future<int>
// start: eager
// drop: detaches
// errors: stored
// awaitable: yes
// synchronous: no
//
// type: lib::future<>
// start: eager
// drop: detaches
// errors: stored
#include <coroutine>
#include <exception>
#include <utility>

namespace lib {
template <typename T = void> class future;
template <typename T> struct promise;
namespace internal {
struct promise_base {
  void *future_ = nullptr;
};
class future_base {
protected:
  promise_base *promise_ = nullptr;
  future_base() = default;
  ~future_base() {
    if (promise_)
      detach_promise();
  }
  promise_base *detach_promise() noexcept {
    promise_->future_ = nullptr;
    return std::exchange(promise_, nullptr);
  }
};
} // namespace internal
template <typename T> class [[nodiscard]] future : private internal::future_base {
public:
  future(future &&) = default;
  bool available() const { return ready_; }
  template <typename P> void schedule(std::coroutine_handle<P> h);
  future();

private:
  bool ready_ = false;
};
template <typename T> struct promise : internal::promise_base {
  future<T> get_future() { return future<T>(); }
  void set_value() {}
  template <typename A> void set_value(A &&) {}
  void set_exception(std::exception_ptr) noexcept;
};
template <typename T> struct awaiter {
  future<T> future_;
  explicit awaiter(future<T> &&f) : future_(std::move(f)) {}
  bool await_ready() const noexcept { return future_.available(); }
  template <typename U> void await_suspend(std::coroutine_handle<U> h) noexcept {
    future_.schedule(h);
  }
  void await_resume() {}
};
template <typename T> auto operator co_await(future<T> f) noexcept {
  return awaiter<T>(std::move(f));
}
} // namespace lib

namespace std {
template <typename T, typename... Args> class coroutine_traits<lib::future<T>, Args...> {
public:
  class promise_type final {
    lib::promise<T> promise_;

  public:
    template <typename... U> void return_value(U &&...value) {
      promise_.set_value(std::forward<U>(value)...);
    }
    void unhandled_exception() noexcept { promise_.set_exception(std::current_exception()); }
    lib::future<T> get_return_object() noexcept { return promise_.get_future(); }
    suspend_never initial_suspend() noexcept { return {}; }
    suspend_never final_suspend() noexcept { return {}; }
  };
};
template <typename... Args> class coroutine_traits<lib::future<>, Args...> {
public:
  class promise_type final {
    lib::promise<void> promise_;

  public:
    void return_void() noexcept { promise_.set_value(); }
    void unhandled_exception() noexcept { promise_.set_exception(std::current_exception()); }
    lib::future<> get_return_object() noexcept { return promise_.get_future(); }
    suspend_never initial_suspend() noexcept { return {}; }
    suspend_never final_suspend() noexcept { return {}; }
  };
};
} // namespace std
#ifdef DEFINED
lib::future<int> one() { co_return 1; }
lib::future<> both(int) { co_await one(); }
#endif
