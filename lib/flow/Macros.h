// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Code that macros write.
#pragma once

#include <clang/AST/ASTContext.h>
#include <llvm/ADT/STLFunctionalExtras.h>

namespace asynctidy::flow {

/// Whether the token at \p place comes out of a macro, or of one that this one expands, or is an
/// argument of one, whose name \p matches.
bool isInMacro(clang::SourceLocation place, const clang::ASTContext &context,
               llvm::function_ref<bool(llvm::StringRef name)> matches);

} // namespace asynctidy::flow
