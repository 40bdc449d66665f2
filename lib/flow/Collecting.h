// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Started work that is put into a local container, or into a continuation, and lost there.
#pragma once

#include "flow/Obligation.h"

namespace asynctidy::flow {

class Unit;

struct Collected {
  enum Kind {
    Unread,        ///< nobody reads the elements on one way
    OneByOne,      ///< the elements are awaited in a loop, which the first exception leaves
    InContinuation ///< the continuation that has it may never be called
  };
  Kind kind = Unread;
  /// The started work; null when a continuation takes it from elsewhere.
  const Value *value = nullptr;
  /// The container, or the capture.
  const clang::ValueDecl *owner = nullptr;
  /// For OneByOne: the co_await. For InContinuation: the continuation.
  const clang::Expr *at = nullptr;
  /// For Unread.
  Breach breach;
};

/// Work that \p function puts into a container of its own (a vector, an optional: any class
/// template of the work's type), with the first way on which its error is lost.
std::vector<Collected> lostInContainers(const Function &function, Unit &unit);

/// Futures moved into continuations that are skipped if the work before them fails.
std::vector<Collected> lostInContinuations(const Function &function, Unit &unit);

} // namespace asynctidy::flow
