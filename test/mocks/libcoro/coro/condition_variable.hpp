// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coro/mutex.hpp>
#include <coro/task.hpp>

namespace coro {

class condition_variable {
  struct awaiter_base {
    virtual ~awaiter_base() = default;
    virtual auto on_notify() -> coro::task<int> = 0;
  };

  struct awaiter : public awaiter_base {
    ~awaiter() override = default;
    auto await_ready() const noexcept -> bool;
    auto await_suspend(std::coroutine_handle<> awaiting) noexcept -> bool;
    auto await_resume() noexcept {}
    auto on_notify() -> coro::task<int> override;
  };

public:
  auto notify_one() -> coro::task<void>;
  [[nodiscard]] auto wait(coro::scoped_lock &lock) -> awaiter;
};

} // namespace coro
