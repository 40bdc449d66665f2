// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// `asynctidy list` and `asynctidy explain`: what the checks say about themselves.
#pragma once

#include "report/Finding.h"

#include <llvm/ADT/ArrayRef.h>

namespace asynctidy::driver {

/// All checks as reports describe them.
std::vector<report::Rule> rules();

/// Both take what follows the command's name and return the exit code.
int runList(llvm::ArrayRef<const char *> arguments);
int runExplain(llvm::ArrayRef<const char *> arguments);

} // namespace asynctidy::driver
