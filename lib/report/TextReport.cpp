// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/TextReport.h"

#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/DiagnosticOptions.h>
#include <clang/Basic/FileManager.h>
#include <clang/Basic/LangOptions.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/FrontendDiagnostic.h>
#include <clang/Frontend/TextDiagnosticPrinter.h>

#include <set>
#include <tuple>

using namespace clang;

namespace asynctidy::report {
namespace {

/// Hands findings to the compiler's own printer; its sources are the buffers of SourceFiles.
class Printer {
public:
  Printer(SourceFiles &files, bool color, llvm::raw_ostream &stream)
      : sources_(files), options_(new DiagnosticOptions),
        printer_(stream, withColor(*options_, color)),
        diagnostics_(new DiagnosticIDs, options_, &printer_, /*ShouldOwnClient=*/false),
        files_(FileSystemOptions()), manager_(diagnostics_, files_) {
    languageOptions_.CPlusPlus = languageOptions_.CPlusPlus20 = true;
    printer_.BeginSourceFile(languageOptions_, nullptr);
  }
  ~Printer() { printer_.EndSourceFile(); }

  void print(const Finding &finding) {
    bool isError = finding.severity == Severity::Error;
    print(finding.message, isError ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning,
          finding.check + (isError ? ",-warnings-as-errors" : ""));
    if (finding.fixed)
      for (const Replacement &replacement : finding.message.fix)
        diagnostics_.Report(location(replacement.range), diag::note_fixit_applied);
    for (const Message &note : finding.notes)
      print(note, DiagnosticsEngine::Note, "");
  }

  void print(const Failure &failure) {
    print(failure.first, DiagnosticsEngine::Error, "clang-diagnostic-error");
  }

private:
  static DiagnosticOptions *withColor(DiagnosticOptions &options, bool color) {
    options.ShowColors = color;
    return &options;
  }

  void print(const Message &message, DiagnosticsEngine::Level level, const std::string &check) {
    auto builder = check.empty()
                       ? diagnostics_.Report(location(message.place),
                                             diagnostics_.getCustomDiagID(level, "%0"))
                       : diagnostics_.Report(location(message.place),
                                             diagnostics_.getCustomDiagID(level, "%0 [%1]"));
    builder << message.text;
    if (!check.empty())
      builder << check;
    for (const Range &highlight : message.highlights)
      if (CharSourceRange range = rangeOf(highlight); range.isValid())
        builder << range;
    for (const Replacement &replacement : message.fix)
      if (CharSourceRange range = rangeOf(replacement.range); range.isValid())
        builder << FixItHint::CreateReplacement(range, replacement.text);
  }

  /// Invalid when the file is unknown or shorter than the place.
  SourceLocation location(const Range &range) {
    if (range.begin.line == 0)
      return {};
    auto [place, isNew] = ids_.try_emplace(range.file);
    if (isNew) {
      const llvm::MemoryBuffer *buffer = sources_.buffer(range.file);
      place->second =
          manager_.createFileID(llvm::MemoryBufferRef(buffer->getBuffer(), place->first()));
    }
    return manager_.getLocForStartOfFile(place->second).getLocWithOffset(range.offset);
  }

  CharSourceRange rangeOf(const Range &range) {
    SourceLocation begin = location(range);
    if (begin.isInvalid() || range.end.line == 0)
      return {};
    return CharSourceRange::getCharRange(begin, begin.getLocWithOffset(range.length));
  }

  SourceFiles &sources_;
  LangOptions languageOptions_;
  llvm::IntrusiveRefCntPtr<DiagnosticOptions> options_;
  TextDiagnosticPrinter printer_;
  DiagnosticsEngine diagnostics_;
  FileManager files_;
  SourceManager manager_;
  llvm::StringMap<FileID> ids_;
};

} // namespace

void writeText(const Report &report, SourceFiles &files, bool color, llvm::raw_ostream &stream) {
  stream.enable_colors(color);
  Printer printer(files, color, stream);
  std::set<std::tuple<std::string, unsigned, std::string>> printed;
  for (const Failure &failure : report.failures) {
    const Message &first = failure.first;
    if (printed.emplace(first.place.file, first.place.offset, first.text).second)
      printer.print(failure);
  }
  for (const Finding &finding : report.findings)
    printer.print(finding);
}

} // namespace asynctidy::report
