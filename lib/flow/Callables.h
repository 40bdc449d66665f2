// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Expressions that can be called: what they run and what that returns.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <llvm/ADT/ArrayRef.h>

namespace asynctidy::flow {

/// \p expr without parentheses, temporaries, implicit casts, elided copies and std::move,
/// std::forward, std::ref.
const clang::Expr *stripped(const clang::Expr *expr);

/// std::move(x), std::forward<T>(x), std::ref(x): the same callable in another wrapping.
bool passesThrough(const clang::CallExpr &call);

/// std::bind(f, ...) and its kin: what it returns calls its first argument.
bool bindsFirstArgument(const clang::CallExpr &call);

/// The function that runs when \p expr is called: a lambda's call operator (also through a local
/// variable that holds the lambda), a named function, a functor's only call operator, the function
/// bound by std::bind and its kin. Null when it is not known.
const clang::FunctionDecl *callableTarget(const clang::Expr *expr);

/// Whether \p function is known to be noexcept.
bool isNoexcept(const clang::FunctionDecl &function);

/// What the lambda whose call operator \p function is captures; empty for other functions.
llvm::ArrayRef<clang::LambdaCapture> capturesOf(const clang::FunctionDecl &function);

/// Whether \p call hands on what it was given: an argument has the type of its result, as in
/// std::exchange(task, {}). The result is nothing new then.
bool handsOn(const clang::CallExpr &call);

/// What calling \p expr returns; null when it is not known or depends on the arguments.
clang::QualType callableResult(const clang::Expr *expr);

/// For a wrapper of callables with a fixed signature (std::function<R(A...)>, or any class template
/// whose first argument is a function type, and pointers to functions): the R; else null.
clang::QualType wrapperResult(clang::QualType type);

} // namespace asynctidy::flow
