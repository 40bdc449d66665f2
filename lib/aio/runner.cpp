// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/runner.h>

#include <aio/loop_state.h>

namespace aio {
namespace {

/// A stop() that was meant for the program's own run ends this one early, not the task.
void run_to_end(detail::LoopState &loop, detail::FutureCore &task) {
  while (!task.done()) {
    try {
      loop.run_until_done(task);
    } catch (const RuntimeError &) {
    }
  }
}

void run_to_end(EventLoop &loop, Coroutine<void> coroutine) {
  const Task<void> task = loop.create_task(std::move(coroutine));
  run_to_end(detail::loop_state(loop), *detail::FutureAccess::state<void>(task));
}

} // namespace

void Runner::check_can_run(const char *what) {
  if (detail::LoopState::running())
    throw RuntimeError((std::string(what) + " cannot be called from a running event loop").c_str());
}

Runner::Runner(RunOptions options, std::source_location where) : loop_(where) {
  if (options.debug)
    loop_.set_debug(*options.debug);
}

Runner::~Runner() {
  if (!detail::LoopState::running())
    close();
  loop_.close();
}

EventLoop &Runner::get_loop() {
  if (loop_.is_closed())
    throw RuntimeError("Runner is closed");
  return loop_;
}

void Runner::close() {
  if (loop_.is_closed())
    return;
  detail::loop_state(loop_).check_running();
  cancel_all_tasks();
  run_to_end(loop_, loop_.shutdown_asyncgens());
  run_to_end(loop_, loop_.shutdown_default_executor());
  loop_.close();
}

void Runner::cancel_all_tasks() {
  detail::LoopState &loop = detail::loop_state(loop_);
  const std::vector<detail::Ref<detail::TaskCore>> left = loop.pending_tasks();
  for (const detail::Ref<detail::TaskCore> &task : left)
    task->cancel({});
  for (const detail::Ref<detail::TaskCore> &task : left) {
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
}

} // namespace aio
