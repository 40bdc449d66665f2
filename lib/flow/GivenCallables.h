// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Callables that functions defined here are given, and what those do with them.
#pragma once

#include "flow/Function.h"
#include "flow/Targets.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace asynctidy::flow {

/// Adds to \p functions, the facts of a translation unit, what follows from the callees: a function
/// that calls a parameter in its own body runs what its callers give it at once; one that hands it
/// on, to a thread or a loop, hands over what it is given. Each such argument becomes a HandOver of
/// the caller. Only where all that is done with the parameter comes to the same: a function that
/// calls it or else posts it decides where it runs. \p find tells the facts of a function.
void addGivenCallables(std::vector<Function> &functions, Targets &targets,
                       llvm::function_ref<const Function *(const clang::FunctionDecl *)> find);

} // namespace asynctidy::flow
