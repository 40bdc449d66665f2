// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The objects that a callable which runs on another thread has: its own, or others'.
#pragma once

#include "flow/Function.h"
#include "flow/Objects.h"

namespace asynctidy::flow {

class HandedObjects {
public:
  /// \p target is one of the functions that \p handOver hands over.
  HandedObjects(const HandOver &handOver, const clang::FunctionDecl &target,
                model::Knowledge &knowledge)
      : handOver_(handOver), target_(target), knowledge_(knowledge) {}

  /// Whether the object at \p origin, as the callable sees it, is for certain one that others have,
  /// too: not moved in with all that there is of it, nor one of the pool's that runs the callable.
  bool isForeign(Origin origin) const;

  /// A copy of an object is the callable's own, unless it is a handle: what is touched in it, by
  /// the method \p touch, is copied with it then. Copies of futures, tasks and connections are
  /// handles.
  bool isPartOfCopy(Origin origin, const clang::FunctionDecl &touch) const;

private:
  bool isCopied(const clang::VarDecl &variable) const;
  const clang::Expr *argumentFor(const clang::ParmVarDecl &parameter) const;
  bool mayBeForeign(const clang::VarDecl &variable) const;

  const HandOver &handOver_;
  const clang::FunctionDecl &target_;
  model::Knowledge &knowledge_;
};

} // namespace asynctidy::flow
