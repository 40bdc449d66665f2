// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/exception_group.h>
#include <aio/schedule.h>

namespace aio {

/// A context for with() that ends when all its tasks have ended. The first exception of a task,
/// or of the body, cancels the others and the body; then with() throws an ExceptionGroup of all
/// the exceptions. Cancelled tasks count as ended well. If the task that runs with() is cancelled,
/// so are the tasks of the group, and CancelledError is thrown on, unless there are exceptions.
/// A handle: copies are the same group. One is good for one with(). Belongs to its loop's thread.
class TaskGroup {
public:
  TaskGroup();

  /// In the body, and in tasks of the group. Throws RuntimeError before and after, and when the
  /// group is being cancelled.
  template <class T>
  Task<T> create_task(Coroutine<T> coroutine, const char *name = nullptr,
                      std::source_location where = std::source_location::current()) const {
    check_can_create_task();
    Task<T> task = aio::create_task(std::move(coroutine), name, where);
    add(task);
    return task;
  }
  /// <TaskGroup tasks=1 errors=2 cancelling>
  Text repr() const;

  /// For with(). Throws RuntimeError at the second time and outside of a task.
  Coroutine<TaskGroup> enter() const;
  Coroutine<void> exit(std::exception_ptr exception) const;

private:
  void check_can_create_task() const;
  void add(const AnyTask &task) const;

  detail::Ref<detail::RefCounted> state_;
};

} // namespace aio
