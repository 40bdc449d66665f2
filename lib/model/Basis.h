// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the meaning of a type rests on, for people who ask.
#pragma once

#include "coro/Reason.h"

namespace asynctidy::model {

/// Why one property of a meaning has its value.
struct Basis {
  /// An attribute or a model states it; there is no other reason then.
  bool stated = false;
  /// What structure says; for what it could not prove, what stood in the way.
  coro::Reason because = {};
};

/// One for each property of a Meaning that structure can say something about.
struct Bases {
  Basis role, start, drop, errors, awaitable, singleUse, droppable;
};

} // namespace asynctidy::model
