// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// clangd runs only those checks that its own table calls fast (`Diagnostics.ClangTidy.
/// FastCheckFilter: Strict` is the default). The table cannot know ours, and no interface extends
/// it; so the linker (`--wrap`) leads clangd's question here.
#include <llvm/ADT/StringRef.h>

#include <optional>

// clang::clangd::isFastTidyCheck(llvm::StringRef), the one in clangd's library and ours. When
// clangd drops or renames it, this fails to link.
std::optional<bool> clangdKnowsAsFast(llvm::StringRef check) asm(
    "__real__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
std::optional<bool> isFastTidyCheck(llvm::StringRef check) asm(
    "__wrap__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");

std::optional<bool> isFastTidyCheck(llvm::StringRef check) {
  if (check.starts_with("async-"))
    return true;
  return clangdKnowsAsFast(check);
}
