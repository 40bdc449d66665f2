// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Coroutines that handle whatever goes wrong in them, so that their handles tell nothing.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// Whether \p value is work of a coroutine defined in \p unit that awaits inside of try blocks only
/// which catch everything and keep it, and that throws nowhere else: called itself, or made to be
/// started, as in create_task(work()).
bool handlesItsErrors(const Value &value, const Unit &unit);

} // namespace asynctidy::flow
