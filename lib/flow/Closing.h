// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What gives an object back, as far as the function that has it shows.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

/// An object that its function gives back at the end of the straight way through its scope: what
/// leaves earlier has to do so, too.
struct Closing {
  /// A local variable, or a parameter that is the function's own.
  const clang::VarDecl *object = nullptr;
  /// `co_await client.stop()`, `delete reply`, a call that closes by its model.
  const clang::Expr *expr = nullptr;
};

/// Those of \p function whose type says nothing. An awaited close() counts, which no destructor
/// can do, and delete. Objects that the function first has to open or connect do not: it may fail.
std::vector<Closing> closedAtTheEnd(const Function &function, model::Knowledge &knowledge);

/// Whether \p method ends the use of its object, by its model or, with \p byName, by its name.
bool closes(const clang::CXXMethodDecl &method, model::Knowledge &knowledge, bool byName);

/// Whether a parameter of \p type takes what its argument stood for away from the caller: the type
/// can be moved only.
bool isTakenOver(clang::QualType type);

/// What closes \p object under a time limit in a co_await on \p operand, wait_for(child.wait(), 1):
/// if the limit cuts it off, nothing is closed. Null for anything else.
const clang::Expr *limitedClosing(const clang::Expr &operand, const clang::ValueDecl &object,
                                  model::Knowledge &knowledge);

/// The method that closes an object of \p type without arguments; null when none is known.
const clang::CXXMethodDecl *closingMethod(clang::QualType type, model::Knowledge &knowledge);

/// The block in \p body that declares \p object, all of it for a parameter; null when it is
/// declared in the head of a statement.
const clang::CompoundStmt *blockOf(const clang::ValueDecl &object, const clang::Stmt &body);

} // namespace asynctidy::flow
