// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <atomic>
#include <coroutine>

namespace cppcoro {

class async_scope {
public:
  async_scope() noexcept;
  ~async_scope();
  template <typename AWAITABLE> void spawn(AWAITABLE &&awaitable);
  [[nodiscard]] auto join() noexcept {
    class awaiter {
    public:
      explicit awaiter(async_scope *scope) noexcept : scope_(scope) {}
      bool await_ready() noexcept { return scope_->count_.load() == 0; }
      bool await_suspend(std::coroutine_handle<> continuation) noexcept {
        scope_->continuation_ = continuation;
        return scope_->count_.fetch_sub(1) > 1;
      }
      void await_resume() noexcept {}

    private:
      async_scope *scope_;
    };
    return awaiter(this);
  }

private:
  std::atomic<unsigned> count_;
  std::coroutine_handle<> continuation_;
};

} // namespace cppcoro
