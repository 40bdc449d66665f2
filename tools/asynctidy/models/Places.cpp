// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/Places.h"

#include "asynctidy/Convert.h"
#include "report/Paths.h"

#include <clang/AST/ASTContext.h>
#include <clang/Lex/Lexer.h>
#include <llvm/Support/FileSystem.h>

using namespace clang;

namespace asynctidy::driver {
namespace {

/// What is longer is not shown.
constexpr size_t mostCode = 60;

std::string codeOf(SourceRange range, const ASTContext &context) {
  if (range.getBegin() == range.getEnd())
    return "";
  const StringRef text = Lexer::getSourceText(CharSourceRange::getTokenRange(range),
                                              context.getSourceManager(), context.getLangOpts());
  SmallVector<StringRef> words;
  text.split(words, '\n');
  std::string line;
  for (StringRef word : words)
    if (StringRef trimmed = word.trim(); !trimmed.empty())
      line += (line.empty() ? "" : " ") + trimmed.str();
  return line.size() > mostCode ? "" : line;
}

} // namespace

std::string Place::str() const {
  return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

Place placeOf(SourceRange range, const ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  const PresumedLoc presumed = sources.getPresumedLoc(sources.getExpansionLoc(range.getBegin()));
  if (range.isInvalid() || presumed.isInvalid())
    return {};
  llvm::SmallString<256> directory;
  (void)llvm::sys::fs::current_path(directory);
  const llvm::ErrorOr<std::string> start =
      sources.getFileManager().getVirtualFileSystem().getCurrentWorkingDirectory();
  Place place;
  place.file = report::relativeTo(
      directory, canonicalName(presumed.getFilename(), start ? *start : directory.str().str()));
  place.line = presumed.getLine();
  place.column = presumed.getColumn();
  if (range.getBegin().isFileID())
    place.code = codeOf(range, context);
  return place;
}

} // namespace asynctidy::driver
