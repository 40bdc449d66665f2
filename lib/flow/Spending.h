// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Coroutines, tasks and futures that can be used once, and are used again.
#pragma once

#include "flow/Paths.h"

namespace asynctidy::flow {

class Unit;

/// How an object is used up.
enum class Spent {
  Awaited, ///< a co_await takes its result
  Taken,   ///< a method takes out what is in it: get(), close(), a method for rvalues
  Moved,   ///< moved into another variable, a parameter, a closure
};

struct Reuse {
  /// A local variable, parameter or structured binding.
  const clang::ValueDecl *object = nullptr;
  const model::Meaning *meaning = nullptr;
  /// Where it is used although it was used up, and how.
  const Mention *again = nullptr;
  Spent how = Spent::Awaited;
  /// What used it up; the same mention for a loop whose next round comes here again.
  const Mention *before = nullptr;
  Spent first = Spent::Awaited;
  std::vector<Decision> path;
};

/// The uses of single-use objects of \p function that come, on some way, after another one with
/// nothing in between that could have put new work into the object. After a move this holds for
/// every coroutine, task or future that can't be copied. Objects that others may have a reference
/// to are left alone; so are uses on conditions that may exclude each other.
std::vector<Reuse> reuses(const Function &function, Unit &unit);

/// Whether \p value comes out of an object in such a use: whatever becomes of it, that is the
/// mistake.
bool isOfReused(const Value &value, const Function &function, Unit &unit);

} // namespace asynctidy::flow
