// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the library finds in every fixture, as JSON, to be compared with other front ends.
#pragma once

#include <llvm/Support/raw_ostream.h>

namespace asynctidy::test {

/// Only every \p shards-th fixture, from \p shard on.
void dumpFindings(llvm::raw_ostream &out, unsigned shard = 0, unsigned shards = 1);

} // namespace asynctidy::test
