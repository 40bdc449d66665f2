// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <exception>
#include <optional>
#include <source_location>

namespace aio {

enum class ReportKind : unsigned char { error, warning, runtime_warning, resource_warning };

/// "error", "warning", "RuntimeWarning" or "ResourceWarning".
const char *to_string(ReportKind kind) noexcept;

/// What an exception handler is told about an error or a mistake that cannot be thrown at
/// anybody. Fields that do not apply are null. The texts live as long as the call: the object
/// that a report is about may be in its destructor, so it is described, not handed out.
struct ExceptionContext {
  const char *message = "";
  ReportKind kind = ReportKind::error;
  std::exception_ptr exception;
  const char *future = nullptr;
  const char *task = nullptr;
  const char *handle = nullptr;
  const char *transport = nullptr;
  const char *protocol = nullptr;
  /// Where a coroutine that was never awaited is defined.
  std::optional<std::source_location> defined_at;
  /// Where the object was made that the report is about.
  std::optional<std::source_location> created_at;
  /// In debug mode, the functions that made it, innermost first: "fetch <- program <- main".
  const char *stack = nullptr;
  /// Of errors and coroutines never awaited, in debug mode: the task or callback that was running,
  /// unless the report is about that.
  const char *running = nullptr;
};

namespace detail {

/// Hands the report to the loop that runs or is closed on this thread or, without one, to the
/// logger. Never throws.
void report(const ExceptionContext &context) noexcept;
/// One line for the logger, with all fields.
void log_report(const ExceptionContext &context);

} // namespace detail
} // namespace aio
