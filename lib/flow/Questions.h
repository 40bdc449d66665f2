// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the conditions of a program ask.
#pragma once

#include <clang/AST/DeclCXX.h>
#include <clang/AST/Expr.h>

#include <optional>

namespace asynctidy::flow {

/// \p expr without what does not change the value of a condition.
const clang::Expr *coreOf(const clang::Expr *expr);

/// The condition \p expr without its negations; each turns \p negated.
const clang::Expr *withoutNegations(const clang::Expr *expr, bool &negated);

/// A condition that asks one variable or member: `v`, `!v`, `v != nullptr`, `v.ready()`,
/// `p->v.ready()`; also through a local bool that was initialised with such a question.
struct Question {
  const clang::ValueDecl *variable = nullptr;
  /// The method or conversion that answers; null for a plain value.
  const clang::CXXMethodDecl *method = nullptr;
  /// The condition holds when the answer is no.
  bool negated = false;
};

/// Empty for any other condition.
std::optional<Question> questionOf(const clang::Expr &condition);

} // namespace asynctidy::flow
