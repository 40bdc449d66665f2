// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <clang-tidy/ClangTidyOptions.h>
#include <clang/Tooling/CompilationDatabase.h>

namespace asynctidy::driver {

/// The arguments to parse a file with: those of its command without outputs and warnings, with
/// ExtraArgs, and without what only another compiler or another version of Clang could use: flags
/// that Clang does not know, and precompiled headers whose source is given as well.
std::vector<std::string> parseArgumentsOf(const clang::tooling::CompileCommand &command,
                                          const clang::tidy::ClangTidyOptions &options,
                                          llvm::StringRef resourceDirectory);

} // namespace asynctidy::driver
