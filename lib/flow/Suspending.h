// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Coroutines that never suspend.
#pragma once

#include <clang/AST/Decl.h>

namespace asynctidy::flow {

class Unit;

/// Whether no call of \p function ever suspends: a coroutine whose body is known, without a
/// suspension but those on coroutines of which the same holds.
bool neverSuspends(const clang::FunctionDecl *function, Unit &unit);

} // namespace asynctidy::flow
