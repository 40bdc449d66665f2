// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What functions defined in the translation unit do with what they are given: summaries of
/// callees, followed through further calls.
#pragma once

#include "flow/Function.h"
#include "flow/Mentions.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace asynctidy::flow {

class Unit;

class Parameters {
public:
  explicit Parameters(Unit &unit) : unit_(unit) {}

  /// The parameter that what \p mention passes on becomes, when the callee is certain and its body
  /// is known here; null otherwise, and when the callee takes the object over (a move).
  const clang::ParmVarDecl *receiver(const Mention &mention);

  /// Where the body of its function names \p parameter; empty also when the body is not known.
  std::vector<const Mention *> uses(const clang::ParmVarDecl &parameter);

  /// Whether \p mention passes the variable to a function that does nothing with it but what
  /// \p harmless says, nor do those that it passes it on to. Recursion adds nothing of its own.
  bool onlyLooks(const Mention &mention, llvm::function_ref<bool(const Mention &)> harmless);

private:
  const Mentions &mentionsIn(const Function &function);

  Unit &unit_;
  llvm::DenseMap<const Function *, std::unique_ptr<Mentions>> mentions_;
};

} // namespace asynctidy::flow
