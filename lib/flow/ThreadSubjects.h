// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The variables of a function that hold what the calling thread owns.
#pragma once

#include "flow/ThreadOwned.h"

#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/MapVector.h>

namespace asynctidy::flow {

/// Something that the calling thread owns, and where it was taken.
struct Taken {
  ThreadOwned owned;
  clang::SourceLocation place;
};

/// What the body of a function says of one variable that is to be followed.
struct ThreadSubject {
  bool isGuard = false;
  bool isPointer = false;
  /// What it is initialised with; empty for a pointer that is assigned later.
  std::optional<Taken> initial;
  /// By the left side.
  llvm::DenseMap<const clang::Expr *, Taken> assigned;
};

class ThreadSubjects {
public:
  ThreadSubjects(const clang::Stmt &body, Unit &unit) : unit_(unit) { collect(&body); }

  const llvm::MapVector<const clang::VarDecl *, ThreadSubject> &all() const { return subjects_; }
  /// Whether \p expr is a pointer of which an element is meant: p[0].
  bool isSubscripted(const clang::DeclRefExpr &expr) const {
    return subscripted_.contains(expr.getLocation());
  }

private:
  void collect(const clang::Stmt *node);
  void declared(const clang::VarDecl &variable);
  void assigned(const clang::BinaryOperator &node);
  void loop(const clang::CXXForRangeStmt &node);

  std::optional<Taken> takenBy(const clang::Expr *source, clang::QualType type) const;

  Unit &unit_;
  llvm::MapVector<const clang::VarDecl *, ThreadSubject> subjects_;
  llvm::DenseSet<clang::SourceLocation> subscripted_;
};

} // namespace asynctidy::flow
