// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

/// The C++ half of a pair includes this: trace(), and every report as a line on stdout, as
/// tracing.py prints them.

#include <aio/aio.h>
#include <aio/net.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

/// Python's names for errors of the programs' own.
struct Exception : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct ValueError : Exception {
  using Exception::Exception;
};
struct KeyError : Exception {
  using Exception::Exception;
};

namespace tracing {

inline std::string type_name(const std::type_info &type) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), &std::free);
  return name ? name.get() : type.name();
}

inline std::string text(bool value) { return value ? "True" : "False"; }
inline std::string text(const char *value) { return value; }
inline std::string text(const std::string &value) { return value; }
inline std::string text(std::string_view value) { return std::string(value); }
inline std::string text(const aio::Text &value) { return value.c_str(); }
/// As Python's repr of bytes: b'text\n'.
inline std::string text(const aio::BytesView &value) {
  std::string line = "b'";
  for (const char c : value)
    line += c == '\n' ? std::string("\\n") : std::string(1, c);
  return line + "'";
}
inline std::string text(const std::exception &value) {
  return type_name(typeid(value)) + "('" + value.what() + "')";
}
inline std::string text(const aio::CancelledError &value) {
  return std::string("CancelledError('") + value.what() + "')";
}
inline std::string text(const std::exception_ptr &value) {
  if (!value)
    return "None";
  try {
    std::rethrow_exception(value);
  } catch (const std::exception &error) {
    return text(error);
  } catch (const aio::CancelledError &error) {
    return text(error);
  }
}
template <class T>
  requires std::is_integral_v<T>
std::string text(T value) {
  return std::to_string(value);
}
template <class T> std::string text(const std::optional<T> &value) {
  return value ? text(*value) : "None";
}
/// As Python's list of numbers or of such lists.
template <class T> std::string text(const std::vector<T> &values) {
  std::string line;
  for (const T &value : values)
    line += (line.empty() ? "" : ", ") + text(value);
  return "[" + line + "]";
}

inline void print(const std::string &line) {
  std::puts(line.c_str());
  std::fflush(stdout);
}

inline void report(const aio::LogRecord &record) {
  print(std::string("! ") + aio::to_string(record.kind) + ": " + record.message);
}
inline const bool reports_are_traced = (aio::logger().set_sink(report), true);

} // namespace tracing

/// Prints the values in one line, exceptions with their types.
template <class... Values> void trace(const Values &...values) {
  std::string line;
  ((line += (line.empty() ? "" : " ") + tracing::text(values)), ...);
  tracing::print(line);
}

/// Python's finally, where nothing is awaited: Finally finally([&] { ... });
template <class F> struct Finally {
  explicit Finally(F function) : function(std::move(function)) {}
  Finally(const Finally &) = delete;
  ~Finally() { function(); }
  F function;
};
