// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/function.h>
#include <aio/report.h>

namespace aio {

struct LogRecord {
  ReportKind kind;
  /// Valid during the call.
  const char *message;
};

/// Where all reports end that no exception handler takes. Safe to use on any thread.
class Logger {
public:
  using Sink = MoveOnlyFunction<void(const LogRecord &)>;

  const char *name() const noexcept { return "aio"; }
  void log(const LogRecord &record);
  /// Replaces the sink and returns the former one. An empty sink means the default, one line
  /// on stderr per record: "aio: KIND: MESSAGE". A sink is called by one thread at a time and
  /// must not log itself.
  Sink set_sink(Sink sink);
};

/// The logger "aio".
Logger &logger() noexcept;

} // namespace aio
