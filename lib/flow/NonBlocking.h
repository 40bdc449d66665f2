// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Sockets and their kin that were made non-blocking.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// Whether what \p call, in \p function, waits for on a socket is non-blocking on every way to it:
/// socket.non_blocking(true). An option that is no constant counts as on.
bool isUnblocked(const Call &call, const Function &function, Unit &unit);

} // namespace asynctidy::flow
