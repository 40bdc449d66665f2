// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What becomes of the work when the object that a coroutine returned is dropped.
#include "coro/Effects.h"
#include "coro/PromiseFacts.h"

using namespace clang;

namespace asynctidy::coro {
namespace {

/// Whether the running coroutine is an owner of its frame itself: it gives it up, or the frame
/// goes away by itself, when the body ends.
bool ownsItself(const Symbols &symbols, const Class &promise) {
  Interpreter interpreter(symbols);
  for (const FieldDecl *field : promise.decl->fields())
    if (isStd(symbols.head({field->getType(), promise.scope}).name, "shared_ptr"))
      return true;
  for (const Member &function : symbols.functions(promise, "final_suspend")) {
    const Class awaiter = awaiterOf(symbols, symbols.classOf(symbols.returned(function)));
    if (constantReady(symbols, awaiter) == true)
      return true;
    Effects effects = interpreter.run(symbols.body(function));
    for (const Member &step : symbols.functions(awaiter, "await_suspend"))
      effects.then(interpreter.run(symbols.body(step)));
    if (effects.mayDestroy)
      return true;
  }
  return false;
}

Drop dropOf(const Symbols &symbols, const Effects &end, const Class &promise, Start start) {
  if (end.mustBlock)
    return Drop::Blocks;
  if (end.mustDestroy)
    return end.mayResume ? Drop::Unknown : Drop::Destroys;
  if (end.mayDestroy) {
    if (!end.counted)
      return Drop::Unknown;
    // Work that never started has no other owner than the object.
    if (start == Start::Lazy)
      return Drop::Destroys;
    return start == Start::Eager && ownsItself(symbols, promise) ? Drop::Detaches : Drop::Unknown;
  }
  // What cancelling does, and what detaching does to work that never started, is not in the names.
  if (end.cancels)
    return Drop::Unknown;
  if (end.detaches)
    return start == Start::Lazy ? Drop::Unknown : Drop::Detaches;
  if (end.opaque || end.mayBlock)
    return Drop::Unknown;
  if (end.mayResume)
    return start == Start::Lazy ? Drop::Detaches : Drop::Unknown;
  switch (start) {
  case Start::Lazy:
    return Drop::Leaks;
  case Start::Eager:
    return Drop::Detaches;
  case Start::Unknown:
    break;
  }
  return Drop::Unknown;
}

} // namespace

Ownership ownershipOf(const Symbols &symbols, const Class &object, const Class &promise,
                      Start start) {
  Interpreter interpreter(symbols);
  const Effects end = interpreter.destroyObject(object);
  Ownership ownership;
  ownership.drop = dropOf(symbols, end, promise, start);
  ownership.handle = interpreter.holdsHandle() || end.mayDestroy;
  ownership.pointer = interpreter.holdsPointer();
  return ownership;
}

} // namespace asynctidy::coro
