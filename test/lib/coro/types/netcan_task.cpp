// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The first suspension depends on a flag that a constructor of the promise sets.
//
// type: lib::Task<int>
// start: unknown
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: no
#include <coroutine>
#include <exception>
#include <utility>
#include <variant>

namespace lib {
struct NoWait {};
struct CoroHandle {
  void set_state(int s) { state_ = s; }
  void cancel();
  int state_ = 0;
};
template <typename R> struct Result {
  template <typename U> void return_value(U &&u) { result_.template emplace<R>(u); }
  void unhandled_exception() noexcept { result_ = std::current_exception(); }
  std::variant<std::monostate, R, std::exception_ptr> result_;
};
template <typename R = void> struct Task {
  struct promise_type;
  using coro_handle = std::coroutine_handle<promise_type>;
  explicit Task(coro_handle h) noexcept : handle_(h) {}
  Task(Task &&t) noexcept : handle_(std::exchange(t.handle_, {})) {}
  ~Task() { destroy(); }
  struct AwaiterBase {
    coro_handle self_coro_{};
    constexpr bool await_ready() {
      if (self_coro_)
        return self_coro_.done();
      return true;
    }
    template <typename P> void await_suspend(std::coroutine_handle<P> resumer) const noexcept {
      self_coro_.promise().continuation_ = &resumer.promise();
    }
  };
  auto operator co_await() const & noexcept {
    struct Awaiter : AwaiterBase {
      decltype(auto) await_resume() const { return AwaiterBase::self_coro_.promise(); }
    };
    return Awaiter{handle_};
  }
  auto operator co_await() const && noexcept {
    struct Awaiter : AwaiterBase {
      decltype(auto) await_resume() const { return std::move(AwaiterBase::self_coro_.promise()); }
    };
    return Awaiter{handle_};
  }
  struct promise_type : CoroHandle, Result<R> {
    promise_type() = default;
    template <typename... Args> promise_type(NoWait, Args &&...) : wait_(false) {}
    auto initial_suspend() noexcept {
      struct InitialSuspendAwaiter {
        constexpr bool await_ready() const noexcept { return !wait; }
        constexpr void await_suspend(std::coroutine_handle<>) const noexcept {}
        constexpr void await_resume() const noexcept {}
        const bool wait{true};
      };
      return InitialSuspendAwaiter{wait_};
    }
    struct FinalAwaiter {
      constexpr bool await_ready() const noexcept { return false; }
      template <typename P>
      constexpr void await_suspend(std::coroutine_handle<P> h) const noexcept {}
      constexpr void await_resume() const noexcept {}
    };
    auto final_suspend() noexcept { return FinalAwaiter{}; }
    Task get_return_object() noexcept { return Task{coro_handle::from_promise(*this)}; }
    const bool wait_ = true;
    CoroHandle *continuation_ = nullptr;
  };

private:
  void destroy() {
    if (auto handle = std::exchange(handle_, nullptr)) {
      handle.promise().cancel();
      handle.destroy();
    }
  }
  coro_handle handle_;
};
} // namespace lib
#ifdef DEFINED
lib::Task<int> one() { co_return 1; }
#endif
