// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the checks about completions say alike.
#pragma once

#include "flow/Completion.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy::tidy {

class CompletionCheck : public Check {
protected:
  using Check::Check;

  /// Through which calls a helper comes to complete what it is given.
  void noteChain(const flow::Completion &completion) {
    if (completion.chain.empty())
      return;
    for (const clang::Expr *call : llvm::ArrayRef(completion.chain).drop_front())
      note(call->getBeginLoc(), "which hands it on here");
    note(completion.call->expr->getBeginLoc(), "the result is set here, and nobody asks before");
  }
};

} // namespace asynctidy::tidy
