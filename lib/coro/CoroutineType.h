// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What C++ itself says about a type that coroutines return, with no library in mind: its promise,
/// when the body starts, and what becomes of the work when the object is dropped.
#pragma once

#include "coro/Reason.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>

#include <optional>

namespace asynctidy::coro {

/// When the body starts to run.
enum class Start {
  Unknown,
  Lazy,  ///< suspended at first: nothing runs until somebody awaits or resumes it
  Eager, ///< runs inside the call, to the first suspension
};

/// What destroying the object does to the work behind it.
enum class Drop {
  Unknown,
  Destroys, ///< destroys the frame: lazy work never runs, started work is cancelled
  Detaches, ///< the work goes on without an owner
  Leaks,    ///< the frame is neither destroyed nor resumed
  Blocks,   ///< the destructor waits for the work
  Fails,    ///< of a promise: whoever waits for its future gets an error instead of a result
};

/// Where an exception that leaves the body goes.
enum class Errors {
  Unknown,
  Stored,     ///< kept for whoever awaits the object
  Rethrown,   ///< leaves through resume()
  Terminates, ///< std::terminate
  Swallowed,  ///< nobody sees it
};

/// What the structure of one coroutine type says. Every field is a proof or Unknown/false.
struct CoroutineType {
  const clang::CXXRecordDecl *record = nullptr;
  /// The promise class; the pattern it comes from where nothing instantiated it.
  const clang::CXXRecordDecl *promise = nullptr;
  Start start = Start::Unknown;
  Drop drop = Drop::Unknown;
  Errors errors = Errors::Unknown;
  bool awaitable = false; ///< other coroutines can co_await it
  bool singleUse = false; ///< only an rvalue can be awaited
  bool generator = false; ///< the promise has yield_value
  /// A generator whose values are awaited: its public functions return awaitables.
  bool asyncGenerator = false;
  /// The body never waits for anything that comes later: expected-like and optional-like types,
  /// whose caller gets the finished value. Dropping one loses a value, not work.
  bool synchronous = false;

  /// What the fields above rest on. Those that are false have a reason only if they were close.
  struct Reasons {
    Reason start, drop, errors, awaitable, singleUse, generator, asyncGenerator, synchronous;
  } because;
};

/// Facts about \p type (references and cv removed); none when it is no coroutine type.
/// The promise is `T::promise_type`, or what a specialisation of std::coroutine_traits names.
/// Reads instantiations where they exist and patterns elsewhere; instantiates nothing.
std::optional<CoroutineType> coroutineType(clang::QualType type, const clang::ASTContext &context);

} // namespace asynctidy::coro
