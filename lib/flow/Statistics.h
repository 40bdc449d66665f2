// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// How much the analyses of a translation unit looked at, and where they gave up.
#pragma once

namespace asynctidy::flow {

struct Statistics {
  /// Functions with facts, lambdas and instantiations included.
  unsigned functions = 0;
  /// Those whose ways a check asked for.
  unsigned followed = 0;
  /// Of these, those whose answer is unknown (silence): errors in them, or too large.
  unsigned unknown = 0;

  Statistics &operator+=(const Statistics &other) {
    functions += other.functions;
    followed += other.followed;
    unknown += other.unknown;
    return *this;
  }
};

} // namespace asynctidy::flow
