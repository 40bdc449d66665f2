// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/array.h>
#include <aio/task.h>

namespace aio {

class EventLoop;

/// A task whatever its result is, or none. All of Task<void>, whose result is that it ended
/// well: awaiting it throws what the task threw. A handle, like Task.
class AnyTask : public Task<void> {
public:
  AnyTask() = default;
  template <class T>
  AnyTask(const Task<T> &task)
      : AnyTask(task ? detail::Ref<detail::TaskCore>(&detail::FutureAccess::core(task)) : nullptr) {
  }
  friend bool operator==(const AnyTask &a, const AnyTask &b) noexcept {
    return static_cast<const Task<void> &>(a) == static_cast<const Task<void> &>(b);
  }

private:
  friend struct detail::FutureAccess;
  explicit AnyTask(detail::Ref<detail::TaskCore> core) : Task<void>(std::move(core)) {}
};

/// The task whose step runs now; empty in a callback. Throws RuntimeError without a running loop.
AnyTask current_task();
/// That of a loop; empty if it does not run a task now.
AnyTask current_task(const EventLoop &loop);

/// The pending tasks of the running loop, in the order in which they were made.
/// Throws RuntimeError without a running loop.
Array<AnyTask> all_tasks();
/// Those of a loop.
Array<AnyTask> all_tasks(const EventLoop &loop);

} // namespace aio
