// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a piece of code is made of.
#pragma once

#include <clang/AST/ExprCXX.h>

namespace asynctidy::flow {

/// Whether \p wanted is \p node or in it, bodies of lambdas included.
bool contains(const clang::Stmt *node, const clang::Expr &wanted);

/// Whether \p place is in a loop in \p node, bodies of lambdas apart.
bool isInLoop(const clang::Stmt *node, const clang::Expr &place);

enum class Lambdas {
  Skipped, ///< what they capture counts, their bodies are functions of their own
  Entered,
};

/// How often \p node names \p variable, a variable or a member.
unsigned namings(const clang::Stmt *node, const clang::ValueDecl &variable,
                 Lambdas lambdas = Lambdas::Skipped);

} // namespace asynctidy::flow
