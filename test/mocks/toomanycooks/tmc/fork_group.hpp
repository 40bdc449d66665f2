// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <tmc/task.hpp>

namespace tmc {

template <std::size_t MaxCount, class Result>
class [[nodiscard]] aw_fork_group
    : public detail::resume_on_mixin<aw_fork_group<MaxCount, Result>> {
public:
  aw_fork_group() noexcept;
  aw_fork_group(aw_fork_group &&) = delete;
  ~aw_fork_group() noexcept;
  template <class Awaitable> void fork(Awaitable &&awaitable) {}
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> outer) noexcept;
  void await_resume() noexcept;
};

template <std::size_t MaxCount = 0, class Result = void>
aw_fork_group<MaxCount, Result> fork_group() {
  return aw_fork_group<MaxCount, Result>{};
}

} // namespace tmc
