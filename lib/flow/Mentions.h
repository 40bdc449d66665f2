// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Every place where a function names one of its variables or parameters, and what it does with it
/// there.
#pragma once

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <llvm/ADT/DenseMap.h>

#include <vector>

namespace asynctidy::flow {

/// What a mention does with the variable.
enum class How {
  Awaited,   ///< the operand of a co_await
  Method,    ///< a method is called on it
  Passed,    ///< an argument of a call, a construction, an initialiser list; deleted
  Returned,  ///< the operand of a return or co_return
  Moved,     ///< moved into another variable, or into nothing
  Copied,    ///< copied into another variable
  Aliased,   ///< a reference or pointer to it is made
  Captured,  ///< by a lambda
  Assigned,  ///< the left side of an assignment
  Increased, ///< changed in place: ++, +=
  Tested,    ///< converted to bool or compared
  Ignored,   ///< the value of a statement, or cast to void
  Read,      ///< its value or a member of it is read
};

struct Mention {
  const clang::DeclRefExpr *expr = nullptr;
  /// A variable, a parameter or a structured binding.
  const clang::ValueDecl *variable = nullptr;
  How how = How::Read;
  /// Through std::move or a cast to an rvalue.
  bool moved = false;
  /// By std::forward: whoever gets it may only look at it.
  bool forwarded = false;
  /// Through * or -> of a pointer, optional or handle: it is what it holds that is meant.
  bool dereferenced = false;
  /// A data member of it is meant, not the whole.
  bool member = false;
  /// The call of a Method or to which it is Passed; null for an initialiser list or delete;
  /// the assignment by which it is Assigned.
  const clang::Expr *call = nullptr;
  /// The index of the argument, for Passed.
  unsigned argument = 0;
  /// For Captured: whether the lambda holds a reference.
  bool byReference = false;
  /// For Assigned by the built-in operator: the right side.
  const clang::Expr *value = nullptr;
};

/// The method that \p mention calls on its variable; null when it does something else.
const clang::CXXMethodDecl *methodOf(const Mention &mention);

/// The mentions in one function body, nested lambdas only by their captures.
class Mentions {
public:
  Mentions() = default;
  explicit Mentions(const clang::Stmt &body);

  llvm::ArrayRef<Mention> all() const { return mentions_; }
  /// The mention that \p expr is; null when it is in unevaluated or generated code. Clang's AST
  /// repeats some operands, so that place and variable decide, not the node.
  const Mention *find(const clang::DeclRefExpr &expr) const;

private:
  std::vector<Mention> mentions_;
  llvm::DenseMap<std::pair<clang::SourceLocation, const clang::ValueDecl *>, unsigned> index_;
};

} // namespace asynctidy::flow
