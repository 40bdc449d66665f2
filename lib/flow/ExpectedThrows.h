// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Calls in tests that return nothing, since they are there to throw.
#pragma once

namespace clang {
class ASTContext;
class Expr;
} // namespace clang

namespace asynctidy::flow {

struct Function;
struct Value;
class Unit;

/// Whether \p value arises where a test expects an exception: in EXPECT_THROW(call(), Error), or in
/// a lambda that is given to assert_throws(). A lazy coroutine does not throw when it is called, so
/// that the result of one is dropped there, too.
bool isExpectedToThrow(const Value &value, const Function &function, Unit &unit);

/// Whether \p part is in a macro that expects an exception.
bool isExpectedToThrow(const clang::Expr &part, const clang::ASTContext &context);

} // namespace asynctidy::flow
