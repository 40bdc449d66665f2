// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a loop reports, and how it is described there.
#include <aio/describe.h>
#include <aio/log.h>
#include <aio/loop_state.h>

#include <cstdio>

namespace aio::detail {
namespace {

std::string three_decimals(double number) {
  char text[64];
  std::snprintf(text, sizeof text, "%.3f", number);
  return text;
}

} // namespace

void LoopState::report_slow(const HandleState &handle, double seconds) {
  const std::string message =
      "Executing " + handle.repr() + " took " + three_decimals(seconds) + " seconds";
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::warning;
  report(context);
}

void LoopState::report_slow_poll(double wanted, double took, std::size_t events) {
  const std::string message =
      "poll " + three_decimals(wanted * 1e3) + " ms took " + three_decimals(took * 1e3) +
      " ms: " + (events > 0 ? std::to_string(events) + " events" : "timeout");
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::warning;
  report(context);
}

void LoopState::report_unclosed() {
  const std::string message = std::string("unclosed event loop ") + repr().c_str();
  const Text stack = stack_.describe();
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::resource_warning;
  context.created_at = where_;
  context.stack = stack.c_str();
  report(context);
}

void LoopState::report(const ExceptionContext &about) noexcept {
  ExceptionContext context = about;
  std::string running;
  const bool may_be_its_fault =
      context.kind == ReportKind::error || context.kind == ReportKind::runtime_warning;
  if (running_handle_ && !context.handle && may_be_its_fault) {
    running = running_handle_->repr();
    context.running = running.c_str();
  }
  const std::shared_ptr<EventLoop::ExceptionHandler> handler = exception_handler;
  if (!handler || !owner) {
    log_report(context);
    return;
  }
  try {
    (*handler)(*owner, context);
  } catch (...) {
    ExceptionContext failure;
    failure.message = "Unhandled error in exception handler";
    failure.exception = std::current_exception();
    log_report(failure);
    log_report(context);
  }
}

Text LoopState::repr() const {
  const auto word = [](bool value) { return value ? "True" : "False"; };
  return (std::string("<EventLoop running=") + word(is_running()) + " closed=" + word(closed_) +
          " debug=" + word(debug) + ">")
      .c_str();
}

} // namespace aio::detail
