// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// --verify-models: names in models that no translation unit declares.
#pragma once

#include "asynctidy/models/Models.h"
#include "model/NameCheck.h"

namespace asynctidy::driver {

/// The names in the user's models of \p ledger.
std::vector<model::ModelName> userNames(const model::Ledger &ledger);

/// Writes a line for each of \p names that \p seen, all that was looked at, does not declare.
/// \p units is how many translation units that was.
void noteUndeclared(llvm::ArrayRef<model::ModelName> names, const model::NameCheck &seen,
                    size_t units, llvm::raw_ostream &stream);

/// Parses \p sources, or everything in the compile database, for the names in the user's models of
/// \p ledger, and writes the notes to standard output. False when some file could not be parsed.
llvm::Expected<bool> noteUndeclared(const model::Ledger &ledger, const ModelsRequest &request,
                                    std::vector<std::string> sources);

} // namespace asynctidy::driver
