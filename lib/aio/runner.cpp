// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/runner.h>

#include <aio/loop_state.h>

namespace aio::detail {

namespace {

/// A stop() that was meant for the program's own run ends this one early, not the task.
void run_to_end(LoopState &loop, FutureCore &task) {
  while (!task.done()) {
    try {
      loop.run_until_done(task);
    } catch (const RuntimeError &) {
    }
  }
}

} // namespace

void Runner::check_can_run() {
  if (LoopState::running())
    throw RuntimeError("aio::run() cannot be called from a running event loop");
}

Runner::Runner(const RunOptions &options) {
  if (options.debug)
    loop_.set_debug(*options.debug);
}

Runner::~Runner() {
  LoopState &loop = loop_state(loop_);
  const std::vector<Ref<TaskCore>> left = loop.pending_tasks();
  for (const Ref<TaskCore> &task : left)
    task->cancel({});
  for (const Ref<TaskCore> &task : left) {
    run_to_end(loop, *task);
    if (task->cancelled() || !task->exception())
      continue;
    const Text description = task->repr();
    ExceptionContext context;
    context.message = "unhandled exception during aio::run() shutdown";
    context.exception = task->exception();
    context.task = description.c_str();
    loop.report(context);
  }
  run_to_end(loop, *FutureAccess::state<void>(loop_.create_task(loop_.shutdown_asyncgens())));
  loop.close();
}

} // namespace aio::detail
