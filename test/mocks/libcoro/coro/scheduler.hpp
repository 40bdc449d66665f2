// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coro/thread_pool.hpp>

#include <chrono>

namespace coro {

class scheduler {
public:
  class schedule_operation {
  public:
    auto await_ready() noexcept -> bool { return false; }
    auto await_suspend(std::coroutine_handle<> awaiting) noexcept -> void;
    auto await_resume() noexcept -> void {}
  };

  static auto make_unique() -> std::unique_ptr<scheduler>;
  virtual ~scheduler();

  auto process_events(std::chrono::milliseconds timeout = std::chrono::milliseconds{0})
      -> std::size_t;
  auto schedule() -> schedule_operation;
  template <typename return_type>
  [[nodiscard]] auto schedule(coro::task<return_type> task) -> coro::task<return_type>;
  [[nodiscard]] auto yield() -> schedule_operation;
  template <class rep_type, class period_type>
  [[nodiscard]] auto yield_for(std::chrono::duration<rep_type, period_type> amount)
      -> coro::task<void>;
  auto spawn_detached(coro::task<void> &&task) -> bool;
  auto spawn_joinable(coro::task<void> &&task) -> coro::task<void>;
  auto resume(std::coroutine_handle<> handle) -> bool;
  auto shutdown() noexcept -> void;
};

} // namespace coro
