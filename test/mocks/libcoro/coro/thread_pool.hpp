// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coro/task.hpp>

#include <memory>

namespace coro {

class thread_pool {
public:
  class schedule_operation {
  public:
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<> awaiting) noexcept;
    void await_resume() noexcept {}
  };

  static std::unique_ptr<thread_pool> make_unique();
  ~thread_pool();
  [[nodiscard]] auto schedule() -> schedule_operation;
  [[nodiscard]] auto yield() -> schedule_operation { return schedule(); }
  template <typename return_type>
  [[nodiscard]] auto schedule(coro::task<return_type> task) -> coro::task<return_type>;
  auto shutdown() noexcept -> void;
  auto spawn_detached(coro::task<void> &&task) noexcept -> bool;
  auto spawn_joinable(coro::task<void> &&task) noexcept -> coro::task<void>;
};

} // namespace coro
