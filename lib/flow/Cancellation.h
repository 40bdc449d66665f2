// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Cancellation arrives as an exception at a suspension: handlers that catch it without meaning to.
#pragma once

#include "flow/Paths.h"

#include <clang/AST/StmtCXX.h>

namespace asynctidy::flow {

class Unit;

struct Swallowed {
  const clang::CXXCatchStmt *handler = nullptr;
  /// The first suspension in the try block at which the cancellation may arrive.
  const clang::Expr *suspension = nullptr;
  /// The class of the exception.
  const clang::CXXRecordDecl *cancellation = nullptr;
  /// Whether the coroutine tries again or does something else then; otherwise it just ends.
  bool goesOn = false;
};

/// The handlers in \p function that catch the cancellation by catching everything or a base class,
/// and end normally. Silent where the function has asked for the cancellation itself, where the
/// handler looks at the exception (std::current_exception, throw;) or returns something in its
/// place, and where a function that it calls may.
std::vector<Swallowed> swallowedCancellations(const Function &function, Unit &unit);

} // namespace asynctidy::flow
