// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/describe.h>

#include <aio/promise.h>

#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <string_view>

namespace aio::detail {
namespace {

/// The start of the qualified name that ends at the end of the text: behind the last space,
/// * or & outside of brackets.
std::size_t name_start(std::string_view text) {
  int depth = 0;
  for (std::size_t i = text.size(); i > 0; --i) {
    switch (text[i - 1]) {
    case ')':
    case '>':
      ++depth;
      break;
    case '(':
    case '<':
      --depth;
      break;
    case ' ':
    case '*':
    case '&':
      if (depth == 0)
        return i;
      break;
    }
  }
  return 0;
}

/// Cuts the parameter list and what follows it.
std::string_view without_parameters(std::string_view text) {
  if (text.ends_with(']'))
    text = text.substr(0, text.rfind(" ["));
  text = text.substr(0, text.rfind(')') + 1);
  int depth = 0;
  for (std::size_t i = text.size(); i > 0; --i) {
    if (text[i - 1] == ')')
      ++depth;
    else if (text[i - 1] == '(' && --depth == 0)
      return text.substr(0, i - 1);
  }
  return text;
}

void replace_all(std::string &text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

} // namespace

Text coroutine_name(const char *function_name) {
  std::string_view head = without_parameters(function_name);
  std::string name(head.substr(name_start(head)));
  replace_all(name, "(anonymous class)::operator()", "<lambda>");
  replace_all(name, "(anonymous namespace)::", "");
  return name.c_str();
}

std::string describe(const std::source_location &where) {
  return std::string(where.file_name()) + ':' + std::to_string(where.line());
}

std::string demangle(const char *mangled) {
  int status = 0;
  std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(mangled, nullptr, nullptr, &status), &std::free);
  return name ? name.get() : mangled;
}

std::string describe(const std::exception_ptr &exception) {
  if (!exception)
    return "None";
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception &error) {
    return demangle(typeid(error)) + "('" + error.what() + "')";
  } catch (...) {
    const std::type_info *type = abi::__cxa_current_exception_type();
    return type ? demangle(*type) : "unknown";
  }
}

} // namespace aio::detail
