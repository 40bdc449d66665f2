// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The functions that run when something is called that is no function by its name.
#pragma once

#include "flow/Holders.h"

namespace asynctidy::flow {

class Targets {
public:
  using Functions = llvm::SmallVector<const clang::FunctionDecl *, 1>;

  Targets(const clang::ASTContext &context, Program program);

  /// The functions that \p callable may be: what callableTarget() says, and what the variable,
  /// member or element of a constant table holds. Several only where every one of them can be the
  /// one at this place. Empty when not all of them are known.
  Functions of(const clang::Expr &callable);

private:
  class Resolver;

  Holders holders_;
  /// Those that have a body, by their first declaration.
  llvm::DenseMap<const clang::FunctionDecl *, const clang::FunctionDecl *> bodies_;
};

/// What \p call calls if that is no function by its name: a pointer, a std::function, a pointer to
/// a method. Null for every other call.
const clang::Expr *calledThrough(const clang::CallExpr &call);

} // namespace asynctidy::flow
