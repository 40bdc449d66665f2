// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Declarations whose results may be dropped without a word from the compiler.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

struct Discardable {
  /// The class, or a function that returns an object of a class that is not the user's.
  const clang::NamedDecl *declaration = nullptr;
  const model::Meaning *meaning = nullptr;
};

/// The user's classes of coroutines, tasks and futures that lose something when they are dropped
/// and are not [[nodiscard]]; and, where the class is a library's, the user's functions that return
/// one and are not [[nodiscard]] either. Only what the functions of \p unit return or get counts.
std::vector<Discardable> discardables(Unit &unit);

} // namespace asynctidy::flow
