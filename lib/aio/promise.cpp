// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/promise.h>

#include <aio/counters.h>
#include <aio/loop_state.h>
#include <aio/task_core.h>

namespace aio::detail {

PromiseBase::PromiseBase() noexcept {
  count_coroutine(1);
  if (const LoopState *loop = LoopState::running(); loop && loop->debug)
    stack.capture();
}

PromiseBase::~PromiseBase() { count_coroutine(-1); }

std::coroutine_handle<> PromiseBase::finish() const noexcept {
  if (continuation)
    return continuation;
  if (task)
    task->root_finished();
  return std::noop_coroutine();
}

void PromiseBase::report_never_awaited() const noexcept {
  const std::string message = std::string("coroutine '") +
                              coroutine_name(where.function_name()).c_str() + "' was never awaited";
  const Text created_by = stack.describe();
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::runtime_warning;
  context.defined_at = where;
  context.stack = created_by.c_str();
  report(context);
}

} // namespace aio::detail
