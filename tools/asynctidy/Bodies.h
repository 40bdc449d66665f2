// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Which function bodies a run can do without. Most of a translation unit is system headers whose
/// bodies no check looks into.
#pragma once

#include <clang/AST/ASTContext.h>

namespace asynctidy::driver {

/// Whether the parser may skip the body of \p function: it is in a system header, and what a
/// class means is not read off it. Sema itself keeps what it needs (constexpr, deduced types).
bool isBodyNeedless(const clang::Decl *function, const clang::SourceManager &sources);

/// Whether code of the user's may have missed its instantiation because the bodies of system
/// headers were skipped: a generic call operator that nothing else calls. The unit must then be
/// parsed again in full.
bool mayMissInstantiations(clang::ASTContext &context);

} // namespace asynctidy::driver
