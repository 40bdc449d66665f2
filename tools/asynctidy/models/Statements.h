// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What models say, as text and as JSON.
#pragma once

#include "model/Ledger.h"

#include <llvm/Support/raw_ostream.h>

namespace asynctidy::driver {

/// "type", "function", "C function"
llvm::StringRef noun(model::Kind kind);

/// Writes what is stated of \p name, the strongest first, entry by entry.
void writeStatements(llvm::StringRef name, llvm::ArrayRef<const model::Statement *> statements,
                     llvm::raw_ostream &stream);

/// The same as elements of an array, the strongest first.
void writeStatements(llvm::ArrayRef<const model::Statement *> statements, llvm::json::OStream &out);

/// Writes to standard output what is known of the library \p name; false when there is none.
bool showLibrary(llvm::StringRef name, const model::Ledger &ledger, bool json);

} // namespace asynctidy::driver
