// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A small report with one of everything.
#pragma once

#include "report/Merge.h"

#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>

#include <gtest/gtest.h>

namespace asynctidy::report {

/// "é" takes two bytes: columns in bytes and in code points differ after it.
inline constexpr llvm::StringLiteral sampleText = "task<> f();\n"
                                                  "task<> g() {\n"
                                                  "  /* é */ f();\r\n"
                                                  "}\n";
inline constexpr unsigned sampleCall = 36;

inline Message message(std::string text, unsigned offset, std::string file = "/src/a.cpp") {
  Message result;
  result.text = std::move(text);
  result.place.file = std::move(file);
  result.place.offset = offset;
  return result;
}

inline Replacement replacement(unsigned offset, unsigned length, std::string text) {
  return {{"/src/a.cpp", offset, length, {}, {}}, std::move(text)};
}

inline Report sample(SourceFiles &files) {
  files.add("/src/a.cpp", sampleText);
  Report report;
  report.toolVersion = "1.2.3";
  report.clangVersion = "19.1.7";
  report.root = "/src";
  report.units = 1;
  report.rules = {{"async-blocking-call", "blocking", "A call that blocks", "strict", ""},
                  {"async-unawaited", "tasks", "It never runs", "default", "# Page\n"}};
  Finding finding;
  finding.check = "async-unawaited";
  finding.message = message("never runs", sampleCall);
  finding.message.highlights = {{"/src/a.cpp", sampleCall, 3, {}, {}}};
  finding.message.fix = {replacement(sampleCall, 0, "co_await ")};
  finding.notes = {message("declared here", 7)};
  report.findings = {finding};
  merge(report, files);
  return report;
}

/// What \p write prints.
template <typename Write> std::string printed(Write write) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  write(stream);
  return text;
}

/// The value at a path as in "runs.0.tool"; fails the test when there is none.
inline const llvm::json::Value *at(const llvm::json::Value &root, llvm::StringRef path) {
  const llvm::json::Value *value = &root;
  llvm::SmallVector<llvm::StringRef> steps;
  path.split(steps, '.');
  for (llvm::StringRef step : steps) {
    size_t index = 0;
    const llvm::json::Value *next = nullptr;
    if (const llvm::json::Array *array = value->getAsArray();
        array && !step.getAsInteger(10, index) && index < array->size())
      next = &(*array)[index];
    else if (const llvm::json::Object *object = value->getAsObject())
      next = object->get(step);
    if (!next) {
      ADD_FAILURE() << "nothing at " << path.str() << ", from " << step.str();
      static const llvm::json::Value null = nullptr;
      return &null;
    }
    value = next;
  }
  return value;
}

inline std::string textAt(const llvm::json::Value &root, llvm::StringRef path) {
  return at(root, path)->getAsString().value_or("no text").str();
}
inline int64_t numberAt(const llvm::json::Value &root, llvm::StringRef path) {
  return at(root, path)->getAsInteger().value_or(-1);
}

} // namespace asynctidy::report
