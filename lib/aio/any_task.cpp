// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/any_task.h>

#include <aio/loop_state.h>

namespace aio {
namespace {

AnyTask current_task_of(const detail::LoopState &loop) {
  return detail::FutureAccess::handle<AnyTask>(detail::Ref<detail::FutureCore>(loop.current_task));
}

Array<AnyTask> tasks_of(const detail::LoopState &loop) {
  Array<AnyTask> tasks;
  for (const auto &[number, task] : loop.tasks)
    tasks.push_back(detail::FutureAccess::handle<AnyTask>(task));
  return tasks;
}

} // namespace

AnyTask current_task() { return current_task_of(detail::running_loop_state()); }
AnyTask current_task(const EventLoop &loop) { return current_task_of(detail::loop_state(loop)); }
Array<AnyTask> all_tasks() { return tasks_of(detail::running_loop_state()); }
Array<AnyTask> all_tasks(const EventLoop &loop) { return tasks_of(detail::loop_state(loop)); }

} // namespace aio
