// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/stack.h>

#include <aio/promise.h>
#include <aio/symbols.h>

#include <algorithm>
#include <execinfo.h>
#include <new>
#include <string>
#include <string_view>

namespace aio::detail {
namespace {

/// What is captured, aio's own functions included, and what is shown.
constexpr int longest_capture = 24;
constexpr int longest_description = 10;

/// Where the program's part of a stack ends: what runs below does so in every program.
bool runs_the_program(const std::string &function) {
  return function.starts_with("aio::detail::HandleState::run") || function == "main";
}

/// Functions and their lambdas of aio, and what they use of the standard library. A template's
/// name has its result's type in front.
bool is_internal(const std::string &name) {
  return name.starts_with("aio::") || name.starts_with("std::") || name.starts_with("__");
}

/// As in reports about coroutines: without parameters, and "<lambda>" for clang's
/// "$_1::operator()".
std::string function_name(std::string symbol) {
  std::size_t begin = 0;
  constexpr std::string_view call = "::operator()";
  while ((begin = symbol.find("$_", begin)) != std::string::npos) {
    const std::size_t end = symbol.find_first_not_of("0123456789", begin + 2);
    const bool is_call = symbol.compare(end, call.size(), call) == 0;
    symbol.replace(begin, (is_call ? end + call.size() : end) - begin, "<lambda>");
  }
  const bool is_c = symbol.find('(') == std::string::npos;
  return is_c ? symbol : coroutine_name(symbol.c_str()).c_str();
}

} // namespace

void Stack::capture() noexcept {
  void *frames[longest_capture];
  const int count = backtrace(frames, longest_capture);
  drop();
  frames_ = new (std::nothrow) void *[count + 1];
  if (!frames_)
    return;
  std::copy_n(frames, count, frames_);
  frames_[count] = nullptr;
}

Text Stack::describe() const {
  std::string text;
  int shown = 0;
  for (void **frame = frames_; frame && *frame && shown < longest_description; ++frame) {
    // The address behind a call may belong to the next function.
    const std::string name = function_name(symbol_at(static_cast<char *>(*frame) - 1));
    if (!name.empty() && !is_internal(name)) {
      text += (shown > 0 ? " <- " : "") + name;
      ++shown;
    }
    if (runs_the_program(name))
      break;
  }
  return text.c_str();
}

void Stack::drop() noexcept { delete[] std::exchange(frames_, nullptr); }

} // namespace aio::detail
