// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/FirstError.h"

#include "asynctidy/Convert.h"

#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::driver {

void FirstError::see(DiagnosticsEngine::Level level, const Diagnostic &info) {
  if (level < DiagnosticsEngine::Error || errors_++ != 0)
    return;
  llvm::SmallString<128> text;
  info.FormatDiagnostic(text);
  first_.text = text.str().str();
  if (!info.hasSourceManager() || info.getLocation().isInvalid())
    return;
  const SourceManager &sources = info.getSourceManager();
  auto [file, offset] = sources.getDecomposedExpansionLoc(info.getLocation());
  if (OptionalFileEntryRef entry = sources.getFileEntryRefForID(file)) {
    first_.place.file = entry->getName().str();
    first_.place.offset = offset;
  }
}

report::Failure FirstError::failure(const Unit &unit, llvm::StringRef directory) const {
  report::Failure failure;
  failure.unit = unit.file;
  failure.errors = std::max(1u, errors_);
  failure.first = first_;
  if (failure.first.text.empty())
    failure.first.text = "the compile command cannot be used";
  if (!failure.first.place.file.empty())
    failure.first.place.file = canonicalName(failure.first.place.file, directory);
  return failure;
}

report::Failure noDirectory(const Unit &unit, llvm::StringRef directory, std::error_code error) {
  report::Failure failure;
  failure.unit = unit.file;
  failure.first.text =
      ("cannot enter the directory of its compile command, " + directory + ": " + error.message())
          .str();
  return failure;
}

report::Failure crashed(const Unit &unit) {
  report::Failure failure;
  failure.unit = unit.file;
  failure.first.text = "internal error: the analysis crashed; please report it with this file";
  return failure;
}

} // namespace asynctidy::driver
