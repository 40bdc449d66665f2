// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the library finds in every fixture, as JSON, to be compared with other front ends.
#pragma once

#include <llvm/Support/raw_ostream.h>

namespace asynctidy::test {

void dumpFindings(llvm::raw_ostream &out);

} // namespace asynctidy::test
