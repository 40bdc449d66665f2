// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the writers of JSON formats share.
#pragma once

#include "report/Finding.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/JSON.h>

namespace asynctidy::report {

/// \p text as JSON may hold it: bytes that are no UTF-8 are replaced.
llvm::json::Value utf8(llvm::StringRef text);

/// The ways to mend \p finding, each with what it does and all its replacements: its own fix
/// first, then those of its notes, which are alternatives.
struct Fix {
  llvm::StringRef description;
  llvm::ArrayRef<Replacement> replacements;
};
std::vector<Fix> fixesOf(const Finding &finding);

} // namespace asynctidy::report
