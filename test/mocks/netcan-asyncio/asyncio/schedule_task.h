// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asyncio/task.h>

namespace asyncio {

template <typename Task> struct ScheduledTask {
  template <typename Fut> explicit ScheduledTask(Fut &&future) : task_(std::forward<Fut>(future)) {
    if (task_.valid() && !task_.done())
      task_.handle_.promise().schedule();
  }
  ScheduledTask(ScheduledTask &&) = default;

  void cancel() { task_.destroy(); }
  decltype(auto) operator co_await() const & noexcept { return task_.operator co_await(); }
  auto operator co_await() const && noexcept { return task_.operator co_await(); }
  decltype(auto) get_result() & { return task_.get_result(); }
  bool valid() const { return task_.valid(); }
  bool done() const { return task_.done(); }

private:
  Task task_;
};

template <typename Fut> [[nodiscard]] ScheduledTask<Fut> schedule_task(Fut &&future) {
  return ScheduledTask<Fut>{std::forward<Fut>(future)};
}

} // namespace asyncio
