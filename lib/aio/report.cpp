// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/report.h>

#include <aio/describe.h>
#include <aio/log.h>
#include <aio/loop_state.h>

namespace aio::detail {

void log_report(const ExceptionContext &context) {
  std::string line = context.message;
  if (context.defined_at)
    line += " (defined at " + describe(*context.defined_at) + ")";
  const auto add = [&line](const char *name, const std::string &value) {
    line += std::string("; ") + name + ": " + value;
  };
  if (context.future)
    add("future", context.future);
  if (context.task)
    add("task", context.task);
  if (context.handle)
    add("handle", context.handle);
  if (context.transport)
    add("transport", context.transport);
  if (context.protocol)
    add("protocol", context.protocol);
  // The descriptions say it.
  if (context.created_at && !context.future && !context.task && !context.handle)
    add("created at", describe(*context.created_at));
  // A future's own description has its exception.
  if (context.exception && !context.future)
    add("exception", describe(context.exception));
  if (context.stack && *context.stack)
    add("stack", context.stack);
  if (context.running)
    add("running", context.running);
  logger().log({context.kind, line.c_str()});
}

void report(const ExceptionContext &context) noexcept {
  if (LoopState *loop = LoopState::reporting())
    loop->report(context);
  else
    log_report(context);
}

} // namespace aio::detail
