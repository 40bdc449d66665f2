// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/TidyRun.h"

#include "harness/SourceText.h"

#include <clang/Tooling/CompilationDatabase.h>
#include <gtest/gtest.h>
#include <llvm/Support/raw_ostream.h>

using clang::tidy::ClangTidyOptions;

namespace asynctidy::test {
namespace {

std::string withoutTrailingBlanks(llvm::StringRef text) {
  std::string result;
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    result += line.rtrim().str() + "\n";
    text = rest;
  }
  return result;
}

} // namespace

std::vector<std::string> commonFlags() {
  // Without carets the compiler does not print how many warnings it had; clang-tidy has its own.
  return {"-std=c++20", "-I" ASYNCTIDY_SOURCE_DIR "/lib", "-resource-dir", ASYNCTIDY_RESOURCE_DIR,
          "-fno-caret-diagnostics"};
}

std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> optionsProvider(const Setup &setup) {
  ClangTidyOptions options = ClangTidyOptions::getDefaults();
  options.Checks = setup.checks;
  options.UseColor = false;
  for (const auto &[key, value] : setup.options)
    options.CheckOptions[key] = llvm::StringRef(value);
  return std::make_unique<clang::tidy::DefaultOptionsProvider>(
      clang::tidy::ClangTidyGlobalOptions(), options);
}

llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> filesWith(const std::string &path,
                                                                 llvm::StringRef text) {
  auto files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::createPhysicalFileSystem());
  auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  memory->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  files->pushOverlay(memory);
  return files;
}

TidyRun::TidyRun(std::string path, llvm::StringRef text, const Setup &setup)
    : path_(std::move(path)), text_(text), files_(filesWith(path_, text)),
      context_(optionsProvider(setup)) {
  std::vector<std::string> flags = commonFlags();
  llvm::append_range(flags, setup.flags);
  clang::tooling::FixedCompilationDatabase commands("/", flags);
  errors_ = clang::tidy::runClangTidy(context_, commands, {path_}, files_, /*ApplyAnyFix=*/false);
}

std::vector<Finding> findingsOf(llvm::ArrayRef<clang::tidy::ClangTidyError> errors,
                                const std::string &path, const std::string &text) {
  SourceText source(text);
  std::vector<Finding> findings;
  for (const clang::tidy::ClangTidyError &error : errors) {
    Finding &finding = findings.emplace_back();
    finding.file = error.Message.FilePath;
    finding.check = error.DiagnosticName;
    finding.message = error.Message.Message;
    if (finding.file == path) {
      finding.offset = error.Message.FileOffset;
      finding.line = source.lineOf(finding.offset);
      finding.column = source.columnOf(finding.offset);
    }
    for (const clang::tooling::DiagnosticMessage &note : error.Notes)
      finding.notes.push_back(note.Message);
    for (const auto &[file, replacements] : error.Message.Fix)
      finding.fix.insert(finding.fix.end(), replacements.begin(), replacements.end());
  }
  return findings;
}

std::string TidyRun::output() {
  llvm::outs().flush();
  testing::internal::CaptureStdout();
  unsigned warningsAsErrors = 0;
  clang::tidy::handleErrors(errors_, context_, clang::tidy::FB_NoFix, warningsAsErrors, files_);
  llvm::outs().flush();
  return withoutTrailingBlanks(testing::internal::GetCapturedStdout());
}

std::vector<Finding> findings(const std::string &path, llvm::StringRef text, const Setup &setup) {
  return TidyRun(path, text, setup).findings();
}

} // namespace asynctidy::test
