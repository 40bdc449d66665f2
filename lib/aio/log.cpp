// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/log.h>

#include <cstdio>
#include <mutex>
#include <string>

namespace aio {
namespace {

struct SinkHolder {
  std::mutex mutex;
  Logger::Sink sink;
};

/// Never destroyed: reports may come from destructors of static objects.
SinkHolder &sink_holder() {
  static auto *holder = new SinkHolder;
  return *holder;
}

void print(const LogRecord &record) {
  std::string line = "aio: ";
  line += to_string(record.kind);
  line += ": ";
  for (const char *c = record.message; *c; ++c) {
    if (*c == '\n')
      line += "\\n";
    else
      line += *c;
  }
  line += '\n';
  std::fputs(line.c_str(), stderr);
}

} // namespace

const char *to_string(ReportKind kind) noexcept {
  switch (kind) {
  case ReportKind::error:
    return "error";
  case ReportKind::warning:
    return "warning";
  case ReportKind::runtime_warning:
    return "RuntimeWarning";
  case ReportKind::resource_warning:
    return "ResourceWarning";
  }
  return "";
}

void Logger::log(const LogRecord &record) {
  SinkHolder &holder = sink_holder();
  std::lock_guard lock(holder.mutex);
  if (!holder.sink) {
    print(record);
    return;
  }
  try {
    holder.sink(record);
  } catch (...) {
    // Reports come from destructors, too, and somebody should see this one.
    print(record);
  }
}

Logger::Sink Logger::set_sink(Sink sink) {
  SinkHolder &holder = sink_holder();
  std::lock_guard lock(holder.mutex);
  return std::exchange(holder.sink, std::move(sink));
}

Logger &logger() noexcept {
  static Logger logger;
  return logger;
}

} // namespace aio
