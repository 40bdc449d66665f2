// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Parameters that could take a cancellation token which a call does not give.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

/// The parameter of the callee that \p call leaves to its default, when it is of type \p token and
/// the default cannot find a token by itself; null for none.
const clang::ParmVarDecl *defaultedTaker(const Call &call, const clang::CXXRecordDecl &token);

/// The parameter of the overload of the callee that takes the token in addition; null when there is
/// none, when the callee takes one itself, and when the overload is \p function, which makes the
/// call, or is not for everybody who may call the callee.
const clang::ParmVarDecl *overloadedTaker(const Call &call, const clang::CXXRecordDecl &token,
                                          const Function &function,
                                          const clang::ASTContext &context);

} // namespace asynctidy::flow
