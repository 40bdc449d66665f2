// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "asynctidy/Request.h"

#include <llvm/Support/Error.h>

namespace asynctidy::driver {

/// Does what was asked, reports it, and returns the exit code. On an error no report was written.
llvm::Expected<int> run(CheckRequest request, std::string resourceDirectory);

} // namespace asynctidy::driver
