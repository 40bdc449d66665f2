// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The task is made from the handle by conversion; resume() and destroy() are public.
//
// type: lib::task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: no
//
// type: lib::task<void>
// start: lazy
// drop: destroys
// errors: stored
#include <coroutine>
#include <exception>
#include <utility>
#include <variant>

namespace lib {
template <typename R = void> class task;
namespace detail {
struct promise_base {
  struct final_awaitable {
    auto await_ready() const noexcept -> bool { return false; }
    template <typename P>
    auto await_suspend(std::coroutine_handle<P> h) noexcept -> std::coroutine_handle<> {
      return h.promise().continuation_ ? h.promise().continuation_ : std::noop_coroutine();
    }
    auto await_resume() noexcept -> void {}
  };
  auto initial_suspend() noexcept { return std::suspend_always{}; }
  auto final_suspend() noexcept { return final_awaitable{}; }
  std::coroutine_handle<> continuation_{nullptr};
};
template <typename R> struct promise final : public promise_base {
  using task_type = task<R>;
  using coroutine_handle = std::coroutine_handle<promise<R>>;
  auto get_return_object() noexcept -> task_type;
  template <typename V> auto return_value(V &&v) -> void { storage_.template emplace<1>(v); }
  auto unhandled_exception() noexcept -> void {
    storage_.template emplace<std::exception_ptr>(std::current_exception());
  }
  std::variant<std::monostate, R, std::exception_ptr> storage_;
};
template <> struct promise<void> : public promise_base {
  using coroutine_handle = std::coroutine_handle<promise<void>>;
  auto get_return_object() noexcept -> task<void>;
  auto return_void() noexcept -> void {}
  auto unhandled_exception() noexcept -> void { error_ = std::current_exception(); }
  std::exception_ptr error_{nullptr};
};
} // namespace detail

template <typename R> class [[nodiscard]] task {
public:
  using promise_type = detail::promise<R>;
  using coroutine_handle = std::coroutine_handle<promise_type>;
  struct awaitable_base {
    auto await_ready() const noexcept -> bool { return !coroutine_ || coroutine_.done(); }
    auto await_suspend(std::coroutine_handle<> waiting) noexcept -> std::coroutine_handle<> {
      coroutine_.promise().continuation_ = waiting;
      return coroutine_;
    }
    coroutine_handle coroutine_{nullptr};
  };
  explicit task(coroutine_handle h) : coroutine_(h) {}
  task(const task &) = delete;
  task(task &&other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  ~task() {
    if (coroutine_ != nullptr) {
      coroutine_.destroy();
    }
  }
  auto destroy() -> bool {
    if (coroutine_ != nullptr) {
      coroutine_.destroy();
      coroutine_ = nullptr;
      return true;
    }
    return false;
  }
  auto operator co_await() const & noexcept {
    struct awaitable : public awaitable_base {
      auto await_resume() -> decltype(auto) { return this->coroutine_.promise(); }
    };
    return awaitable{coroutine_};
  }
  auto operator co_await() const && noexcept {
    struct awaitable : public awaitable_base {
      auto await_resume() -> decltype(auto) { return std::move(this->coroutine_.promise()); }
    };
    return awaitable{coroutine_};
  }

private:
  coroutine_handle coroutine_{nullptr};
};
namespace detail {
template <typename R> auto promise<R>::get_return_object() noexcept -> task<R> {
  return task<R>{coroutine_handle::from_promise(*this)};
}
inline auto promise<void>::get_return_object() noexcept -> task<> {
  return task<>{coroutine_handle::from_promise(*this)};
}
} // namespace detail
} // namespace lib
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
lib::task<> both() { co_await one(); }
#endif
