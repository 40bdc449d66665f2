// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

/// The calls of \p function that wait for work that may not be done: calls that wait by their
/// model, without those that have a zero timeout, those on an object that was asked whether it is
/// done, waited for or awaited earlier in the function, and those after a hop to another thread.
std::vector<Call> blockingWaits(const Function &function, const clang::ASTContext &context);

} // namespace asynctidy::flow
