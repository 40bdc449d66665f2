// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coro/task.hpp>

#include <memory>

namespace coro {

template <typename executor_type> class task_group {
public:
  explicit task_group(std::unique_ptr<executor_type> &executor) : executor_(executor.get()) {}
  task_group(const task_group &) = delete;
  ~task_group();
  [[nodiscard]] auto start(coro::task<void> &&task) -> bool;

  struct awaiter {
    auto await_ready() const noexcept -> bool;
    auto await_suspend(std::coroutine_handle<> awaiting) noexcept -> bool;
    auto await_resume() noexcept {}
  };
  auto operator co_await() const noexcept -> awaiter;

private:
  executor_type *executor_{nullptr};
};

} // namespace coro
