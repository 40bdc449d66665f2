// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The frame belongs to all copies of the object; a count in the promise tells the last one.
//
// type: lib::shared_task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: no
#include <atomic>
#include <coroutine>
#include <exception>

namespace lib {
template <typename T> class shared_task;
namespace detail {
struct promise_base {
  std::suspend_always initial_suspend() noexcept { return {}; }
  struct final_awaiter {
    bool await_ready() const noexcept { return false; }
    template <typename P> void await_suspend(std::coroutine_handle<P> h) noexcept {
      promise_base &promise = h.promise();
      promise.waiters_.exchange(&promise, std::memory_order_acq_rel);
    }
    void await_resume() noexcept {}
  };
  final_awaiter final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }
  bool try_detach() noexcept { return owners_.fetch_sub(1, std::memory_order_acq_rel) > 1; }
  void add() noexcept { owners_.fetch_add(1); }
  std::atomic<unsigned> owners_ = 1;
  std::atomic<void *> waiters_;
  std::exception_ptr error_;
};
template <typename T> struct promise : promise_base {
  shared_task<T> get_return_object() noexcept;
  void return_value(T v) { value = v; }
  T value;
};
} // namespace detail

template <typename T> class [[nodiscard]] shared_task {
public:
  using promise_type = detail::promise<T>;
  explicit shared_task(std::coroutine_handle<promise_type> h) : handle_(h) {}
  shared_task(const shared_task &other) noexcept : handle_(other.handle_) {
    if (handle_)
      handle_.promise().add();
  }
  ~shared_task() { destroy(); }
  auto operator co_await() const noexcept {
    struct awaiter {
      std::coroutine_handle<promise_type> handle;
      bool await_ready() const noexcept { return !handle || handle.done(); }
      bool await_suspend(std::coroutine_handle<> waiting) noexcept {
        handle.promise().waiters_ = waiting.address();
        handle.resume();
        return true;
      }
      T &await_resume() { return handle.promise().value; }
    };
    return awaiter{handle_};
  }

private:
  void destroy() noexcept {
    if (handle_) {
      if (!handle_.promise().try_detach()) {
        handle_.destroy();
      }
    }
  }
  std::coroutine_handle<promise_type> handle_;
};
template <typename T> shared_task<T> detail::promise<T>::get_return_object() noexcept {
  return shared_task<T>{std::coroutine_handle<promise>::from_promise(*this)};
}
} // namespace lib
#ifdef DEFINED
lib::shared_task<int> one() { co_return 1; }
#endif
