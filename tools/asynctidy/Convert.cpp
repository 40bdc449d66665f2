// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Convert.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <map>
#include <set>

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace asynctidy::driver {
namespace {

report::Range rangeOf(llvm::StringRef file, unsigned offset, unsigned length,
                      llvm::StringRef directory) {
  return {canonicalName(file, directory), offset, length, {}, {}};
}

report::Message convert(const clang::tooling::DiagnosticMessage &message,
                        llvm::StringRef directory) {
  report::Message result;
  result.text = message.Message;
  if (!message.FilePath.empty())
    result.place = rangeOf(message.FilePath, message.FileOffset, 0, directory);
  for (const clang::tooling::FileByteRange &range : message.Ranges)
    result.highlights.push_back(rangeOf(range.FilePath, range.FileOffset, range.Length, directory));
  for (const auto &[file, replacements] : message.Fix)
    for (const clang::tooling::Replacement &each : replacements)
      if (each.isApplicable())
        result.fix.push_back(
            {rangeOf(each.getFilePath(), each.getOffset(), each.getLength(), directory),
             each.getReplacementText().str()});
  // The map of files has no order.
  llvm::sort(result.fix, [](const report::Replacement &a, const report::Replacement &b) {
    return std::tie(a.range.file, a.range.offset) < std::tie(b.range.file, b.range.offset);
  });
  return result;
}

} // namespace

std::string canonicalName(llvm::StringRef file, llvm::StringRef directory) {
  llvm::SmallString<256> name(file);
  fs::make_absolute(directory, name);
  llvm::SmallString<256> plain(name);
  path::remove_dots(plain, /*remove_dot_dot=*/true);
  // "link/../x" is not "x".
  if (plain == name || fs::equivalent(plain, name))
    return plain.str().str();
  llvm::SmallString<256> real;
  return fs::real_path(name, real) ? name.str().str() : real.str().str();
}

namespace {

void forEachRange(report::Message &message, llvm::function_ref<void(report::Range &)> visit) {
  visit(message.place);
  for (report::Range &range : message.highlights)
    visit(range);
  for (report::Replacement &replacement : message.fix)
    visit(replacement.range);
}

void forEachRange(report::Report &report, llvm::function_ref<void(report::Range &)> visit) {
  for (report::Finding &finding : report.findings) {
    forEachRange(finding.message, visit);
    for (report::Message &note : finding.notes)
      forEachRange(note, visit);
  }
  for (report::Failure &failure : report.failures)
    forEachRange(failure.first, visit);
}

} // namespace

void unifyNames(report::Report &report) {
  // The least name wins, so that the order of the findings does not matter.
  std::set<std::string> names;
  forEachRange(report, [&](report::Range &range) { names.insert(range.file); });
  std::map<fs::UniqueID, std::string> files;
  std::map<std::string, std::string> chosen;
  for (const std::string &name : names) {
    fs::UniqueID id;
    if (!name.empty() && !fs::getUniqueID(name, id))
      chosen[name] = files.try_emplace(id, name).first->second;
  }
  forEachRange(report, [&](report::Range &range) {
    if (auto found = chosen.find(range.file); found != chosen.end())
      range.file = found->second;
  });
}

report::Finding convert(const clang::tidy::ClangTidyError &error) {
  report::Finding result;
  result.check = error.DiagnosticName;
  bool isError = error.IsWarningAsError || error.DiagLevel == clang::tidy::ClangTidyError::Error;
  result.severity = isError ? report::Severity::Error : report::Severity::Warning;
  result.message = convert(error.Message, error.BuildDirectory);
  for (const clang::tooling::DiagnosticMessage &note : error.Notes)
    result.notes.push_back(convert(note, error.BuildDirectory));
  return result;
}

} // namespace asynctidy::driver
