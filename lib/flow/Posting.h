// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// How a call that belongs on a loop's thread gets there.
#pragma once

#include "flow/CrossThread.h"

#include <clang/Basic/Diagnostic.h>

namespace asynctidy::flow {

/// Hands the call at the end of \p touch to its loop: the loop's own call that is made for other
/// threads in its place, or the statement wrapped in a callable that this call is given. Empty
/// where no loop is in reach, or where what the callable would need could be gone when it runs.
std::vector<clang::FixItHint> postInstead(const CrossThreadTouch &touch, Unit &unit);

} // namespace asynctidy::flow
