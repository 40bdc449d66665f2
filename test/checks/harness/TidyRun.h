// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// clang-tidy's library over one source text, which need not be on disk.
#pragma once

#include "harness/Finding.h"

#include <clang-tidy/ClangTidy.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <map>
#include <string>
#include <vector>

namespace asynctidy::test {

/// What would be on clang-tidy's command line.
struct Setup {
  std::string checks;
  std::map<std::string, std::string> options;
  /// After those that every run has.
  std::vector<std::string> flags;
};

/// The flags that every run has: the language, aio's headers, the compiler's own headers.
std::vector<std::string> commonFlags();

/// What \p setup says, for clang-tidy's library.
std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> optionsProvider(const Setup &setup);

/// The real files, with one at \p path that holds \p text.
llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> filesWith(const std::string &path,
                                                                 llvm::StringRef text);

/// \p errors as clang-tidy's library has them, found in the file at \p path that holds \p text.
std::vector<Finding> findingsOf(llvm::ArrayRef<clang::tidy::ClangTidyError> errors,
                                const std::string &path, const std::string &text);

class TidyRun {
public:
  /// \p path is absolute.
  TidyRun(std::string path, llvm::StringRef text, const Setup &setup);

  std::vector<Finding> findings() const { return findingsOf(errors_, path_, text_); }
  /// What clang-tidy prints on stdout, without trailing blanks.
  std::string output();

private:
  std::string path_;
  std::string text_;
  llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> files_;
  clang::tidy::ClangTidyContext context_;
  std::vector<clang::tidy::ClangTidyError> errors_;
};

/// What TidyRun finds.
std::vector<Finding> findings(const std::string &path, llvm::StringRef text, const Setup &setup);

} // namespace asynctidy::test
