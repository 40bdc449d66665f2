// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// How the enumerators of Facts.h are spelled in models, options and messages.
#pragma once

#include "model/Facts.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

namespace asynctidy::model {

template <class E> struct Enumerator {
  llvm::StringLiteral name;
  E value;
};

/// Every enumerator that a model may write, in the order of the declaration. Unknown and None are
/// not among them: leaving the property out says that.
template <class E> llvm::ArrayRef<Enumerator<E>> enumerators();

template <> llvm::ArrayRef<Enumerator<Role>> enumerators();
template <> llvm::ArrayRef<Enumerator<Blocking>> enumerators();
template <> llvm::ArrayRef<Enumerator<Waits>> enumerators();
template <> llvm::ArrayRef<Enumerator<Does>> enumerators();
template <> llvm::ArrayRef<Enumerator<Runs>> enumerators();
template <> llvm::ArrayRef<Enumerator<Returned>> enumerators();
template <> llvm::ArrayRef<Enumerator<coro::Start>> enumerators();
template <> llvm::ArrayRef<Enumerator<coro::Drop>> enumerators();
template <> llvm::ArrayRef<Enumerator<coro::Errors>> enumerators();

/// "off-loop" for Runs::OffLoop; empty for Unknown and None.
template <class E> llvm::StringRef spelling(E value) {
  for (const Enumerator<E> &enumerator : enumerators<E>())
    if (enumerator.value == value)
      return enumerator.name;
  return {};
}

/// The name among \p known that \p written is most likely a slip for; empty when none is near.
llvm::StringRef nearest(llvm::StringRef written, llvm::ArrayRef<llvm::StringRef> known);

} // namespace asynctidy::model
