// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Summary.h"

#include "report/Paths.h"

#include <llvm/ADT/ArrayRef.h>

#include <set>

namespace asynctidy::driver {

std::string count(size_t number, llvm::StringRef noun) {
  return std::to_string(number) + " " + noun.str() + (number == 1 ? "" : "s");
}

void summarise(const report::Report &report, unsigned old, llvm::raw_ostream &stream) {
  std::set<std::string> files;
  size_t fixed = 0;
  for (const report::Finding &finding : report.findings) {
    files.insert(finding.message.place.file);
    fixed += finding.fixed;
  }
  stream << "asynctidy: " << count(report.findings.size(), "finding");
  if (!files.empty())
    stream << " in " << count(files.size(), "file");
  if (fixed != 0)
    stream << ", " << fixed << " fixed";
  stream << "; looked at " << count(report.units - old, "translation unit");
  if (old != 0)
    stream << ", not at " << old << " compiled as older than C++20";
  stream << '\n';
}

void describe(const flow::Statistics &statistics, llvm::raw_ostream &stream) {
  stream << "asynctidy: " << count(statistics.functions, "function")
         << "; followed the ways through " << statistics.followed << ", gave up on "
         << statistics.unknown << " of them (errors, or too large)\n";
}

void describeFailures(const report::Report &report, llvm::raw_ostream &stream) {
  constexpr size_t shown = 20;
  llvm::ArrayRef<report::Failure> failures = report.failures;
  for (const report::Failure &failure : failures.take_front(shown)) {
    stream << "asynctidy: error: " << report::relativeTo(report.root, failure.unit)
           << " could not be parsed: ";
    const report::Range &place = failure.first.place;
    if (!place.file.empty())
      stream << report::relativeTo(report.root, place.file) << ':' << place.begin.line << ':'
             << place.begin.column << ": ";
    stream << failure.first.text << '\n';
  }
  if (failures.size() > shown)
    stream << "asynctidy: error: " << failures.size() - shown
           << " more files could not be parsed\n";
}

} // namespace asynctidy::driver
