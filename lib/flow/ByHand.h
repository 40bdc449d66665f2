// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Coroutines that no loop runs, since other code resumes them by hand.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/DenseSet.h>

namespace asynctidy::flow {

/// The lambdas among \p functions that are coroutines which may block, and whose objects are all
/// kept in local variables and never awaited or given away, but resumed: by task.resume(), or by
/// whoever is given task.handle(). On which thread, only the code that does so knows.
llvm::DenseSet<const clang::FunctionDecl *> resumedByHand(llvm::ArrayRef<Function> functions);

} // namespace asynctidy::flow
