// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Ledger.h"

#include <llvm/Support/Error.h>

namespace asynctidy::driver {

/// The error for a name that nobody knows, with those that may have been meant. \p hasFile: it was
/// looked for in code, too.
llvm::Error unknownName(llvm::StringRef name, const model::Ledger &ledger, bool hasFile);

} // namespace asynctidy::driver
