// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Asynchronous generators that must be closed when they are left half-way: what begins one, and
/// what tells that it is at its end.
#pragma once

#include "flow/Mentions.h"
#include "model/Knowledge.h"

#include <llvm/ADT/SmallPtrSet.h>

namespace asynctidy::flow {

/// Whether an object of \p type has nothing to close before its first item is asked for: a method
/// of its class does that, by its model.
bool beginsWithFirstItem(clang::QualType type, model::Knowledge &knowledge);

/// Whether \p mention asks for the next item.
bool asksForItem(const Mention &mention, model::Knowledge &knowledge);

/// What one function learns of a generator from the answers that it gets.
class Answers {
public:
  /// Of \p generator in \p body; both and \p knowledge must outlive this object.
  Answers(const clang::ValueDecl &generator, const clang::Stmt &body, model::Knowledge &knowledge);

  /// Whether \p expr asks for the next item. What such a co_await throws has left the generator's
  /// body, which ends it.
  bool asks(const clang::Stmt &expr) const;

  /// Whether the generator may have more to come where \p condition is \p holds: false when an
  /// answer without an item says that it has ended, and when the condition is about an answer and
  /// nobody knows what it means.
  bool mayHaveMore(const clang::Expr &condition, bool holds) const;

private:
  void collect(const clang::Stmt *node);
  bool isAnswer(const clang::Expr &expr) const;
  bool isAbout(const clang::Stmt *node) const;

  const clang::ValueDecl &generator_;
  model::Knowledge &knowledge_;
  /// Variables that hold an answer itself, and those that hold what was made of one.
  llvm::SmallPtrSet<const clang::ValueDecl *, 4> answers_;
  llvm::SmallPtrSet<const clang::ValueDecl *, 4> derived_;
};

} // namespace asynctidy::flow
