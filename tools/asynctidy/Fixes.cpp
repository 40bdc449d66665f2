// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Fixes.h"

#include "asynctidy/CommandLine.h"
#include "report/Paths.h"

#include <clang/Format/Format.h>
#include <clang/Tooling/Core/Replacement.h>
#include <llvm/Support/FileSystem.h>

#include <set>

namespace tooling = clang::tooling;

namespace asynctidy::driver {
namespace {

using Changes = std::map<std::string, tooling::Replacements>;

class Planner {
public:
  const Changes &changes() const { return changes_; }

  /// False when \p fix overlaps with one that was taken before.
  bool take(const std::vector<report::Replacement> &fix) {
    Changes changed = changes_;
    std::set<tooling::Replacement> taken = taken_;
    for (const report::Replacement &each : fix) {
      const report::Range &range = each.range;
      tooling::Replacement replacement(range.file, range.offset, range.length, each.text);
      // Two findings may want the same change.
      if (!taken.insert(replacement).second)
        continue;
      if (llvm::Error conflict = changed[range.file].add(replacement)) {
        llvm::consumeError(std::move(conflict));
        return false;
      }
    }
    changes_ = std::move(changed);
    taken_ = std::move(taken);
    return true;
  }

private:
  Changes changes_;
  std::set<tooling::Replacement> taken_;
};

llvm::Expected<std::string> apply(const std::string &file, llvm::StringRef code,
                                  const tooling::Replacements &changes, llvm::StringRef styleName) {
  auto style = clang::format::getStyle(styleName, file, "none");
  if (!style)
    return usageError("FormatStyle for " + file + ": " + llvm::toString(style.takeError()));
  auto clean = clang::format::cleanupAroundReplacements(code, changes, *style);
  if (!clean)
    return clean.takeError();
  auto formatted = clang::format::formatReplacements(code, *clean, *style);
  if (!formatted)
    return formatted.takeError();
  return tooling::applyAllReplacements(code, *formatted);
}

} // namespace

llvm::Expected<FixedFiles>
planFixes(std::vector<report::Finding> &findings, report::SourceFiles &files,
          llvm::function_ref<llvm::Expected<std::string>(llvm::StringRef)> styleOf) {
  Planner planner;
  for (report::Finding &finding : findings) {
    const std::vector<report::Replacement> &fix = finding.message.fix;
    bool isApplicable = !fix.empty() && !finding.inBrokenUnit &&
                        llvm::all_of(fix, [](auto &each) { return each.range.end.line != 0; });
    finding.fixed = isApplicable && planner.take(fix);
  }
  FixedFiles result;
  for (const auto &[file, changes] : planner.changes()) {
    llvm::Expected<std::string> style = styleOf(file);
    if (!style)
      return style.takeError();
    llvm::Expected<std::string> text =
        apply(file, files.buffer(file)->getBuffer(), changes, *style);
    if (!text)
      return text.takeError();
    result[file] = std::move(*text);
  }
  return result;
}

llvm::Error writeFixes(const FixedFiles &files) {
  for (const auto &[file, text] : files)
    if (std::error_code error = llvm::sys::fs::access(file, llvm::sys::fs::AccessMode::Write))
      return usageError("cannot write '" + file + "': " + error.message() +
                        "; no file was changed");
  for (const auto &[file, text] : files)
    if (std::string error = report::writeAtomically(file, text); !error.empty())
      return usageError("cannot write '" + file + "': " + error);
  return llvm::Error::success();
}

} // namespace asynctidy::driver
