// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Internal to lib/coro: what a promise class and the object that its coroutines return imply.
#pragma once

#include "coro/Awaitable.h"
#include "coro/CoroutineType.h"
#include "coro/Symbols.h"

namespace asynctidy::coro {

/// The promise class of coroutines that return \p type; none when it is no coroutine type.
Class promiseClass(const Symbols &symbols, TypeRef type);

/// From initial_suspend, its awaiter, and who gets the handle before the caller gets the object.
Proven<Start> startOf(const Symbols &symbols, const Class &promise, const Class &object);

/// From unhandled_exception.
Proven<Errors> errorsOf(const Symbols &symbols, const Class &promise);

/// What the end of \p object does, and what the object keeps of the frame.
struct Ownership {
  Proven<Drop> drop;
  /// The object keeps a handle.
  bool handle = false;
  /// The object keeps pointers or references, which may lead to the frame.
  bool pointer = false;
};
Ownership ownershipOf(const Symbols &symbols, const Class &object, const Class &promise,
                      Start start);

/// What becomes of a coroutine that awaits an object of its own kind.
enum class Resumption {
  Possible,  ///< it may be resumed later
  Never,     ///< it goes on at once, can't await at all, or nobody keeps its handle
  Destroyed, ///< it goes on at once or is destroyed: co_await is an early return
};
Proven<Resumption> resumption(const Symbols &symbols, const Class &object, const Class &promise,
                              TypeRef type);

/// asynctidy::coro::awaitable for a type in a scope.
Awaitable awaitable(const Symbols &symbols, TypeRef type);

/// What the await_transform members of a promise say about a type.
struct Transforms {
  bool any = false;     ///< the promise has some
  bool takes = false;   ///< one is written for this type
  bool generic = false; ///< one takes everything
  bool open = false;    ///< one may take it: its constraints can't be told
  bool deleted = false; ///< the one that fits is deleted
  bool singleUse = false;
  std::vector<Member> fitting; ///< those written for the type
};
Transforms transforms(const Symbols &symbols, const Class &promise, TypeRef type);

/// The functions `operator co_await` that argument-dependent lookup finds for a type.
std::vector<Member> freeAwaitOperators(const Symbols &symbols, TypeRef type);

/// The awaiter that awaiting an object of class \p awaited uses: its own, or what its member
/// operator co_await returns.
Class awaiterOf(const Symbols &symbols, const Class &awaited);

/// Whether the awaiter's await_ready always says true or always false.
std::optional<bool> constantReady(const Symbols &symbols, const Class &awaiter);

} // namespace asynctidy::coro
