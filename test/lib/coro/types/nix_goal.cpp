// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A coroutine object whose promise keeps the parent's continuation, nested in a polymorphic class.
//
// type: lib::Goal::Co
// start: lazy
// drop: destroys
// errors: terminates
// awaitable: yes
#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace lib {
struct Goal {
  struct Co;
  struct promise_type;
  using handle_type = std::coroutine_handle<promise_type>;
  struct [[nodiscard]] Co {
    handle_type handle;
    explicit Co(handle_type h) : handle(h) {}
    Co(const Co &) = delete;
    Co(Co &&rhs) : handle(std::exchange(rhs.handle, nullptr)) {}
    ~Co() {
      if (handle) {
        handle.promise().alive = false;
        handle.destroy();
      }
    }
    bool await_ready() { return false; }
    handle_type await_suspend(handle_type caller);
    void await_resume() {}
    using promise_type = Goal::promise_type;
  };
  struct InitialSuspend {
    handle_type handle;
    bool await_ready() { return false; }
    void await_suspend(handle_type handle_) { handle = handle_; }
    void await_resume() {}
  };
  struct promise_type {
    std::optional<Co> continuation;
    Goal *goal = nullptr;
    bool alive = true;
    Co get_return_object() { return Co{handle_type::from_promise(*this)}; }
    InitialSuspend initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() noexcept { throw; }
  };
  virtual Co init() = 0;
};
} // namespace lib
