// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Coroutine bodies and the suspension points that somebody wrote in them. Clang's AST also holds
/// the implicit co_awaits of initial_suspend and final_suspend; nobody else may look at the raw
/// nodes, so that those never count.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/STLFunctionalExtras.h>

namespace asynctidy::coro {

/// The coroutine body that \p function itself is defined with; null for everything else.
const clang::CoroutineBodyStmt *coroutineBody(const clang::FunctionDecl &function);

/// The class of the promise object; null when \p body is dependent or erroneous.
const clang::CXXRecordDecl *promiseOf(const clang::CoroutineBodyStmt &body);

/// The statements that the user wrote: the body without the coroutine's own machinery.
const clang::Stmt *writtenBody(const clang::FunctionDecl &function);

/// The operand as written of a co_await or co_yield that somebody wrote (dependent ones included);
/// null for any other node, implicit suspensions included.
const clang::Expr *writtenOperand(const clang::Stmt &node);

/// Whether \p node is a co_await (not a co_yield) that somebody wrote.
bool isWrittenAwait(const clang::Stmt &node);

/// The call of await_suspend that \p await makes; null when it is dependent, and for other nodes.
const clang::CXXMemberCallExpr *suspendCall(const clang::Expr &await);

/// Calls \p visit once for each written suspension below \p root, in the order in which they are
/// evaluated when every branch is taken: source order, except that one in the operand of another,
/// the right side of an assignment and the body of a for loop come before what is written first.
/// Does not enter nested lambdas (their captures count), blocks or unevaluated operands. Stops
/// when \p visit returns false.
void forEachSuspension(const clang::Stmt &root,
                       llvm::function_ref<bool(const clang::Expr &)> visit);

/// Whether any written suspension is below \p root.
bool suspends(const clang::Stmt &root);

} // namespace asynctidy::coro
