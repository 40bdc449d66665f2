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

Proven<Drop> dropOf(const Symbols &symbols, const Effects &end, const Class &object,
                    const Class &promise, Start start) {
  const auto found = [](Drop drop, llvm::StringRef text, const Seen &seen) {
    return Proven<Drop>{drop, {text, nullptr, seen.place()}};
  };
  const Seen itself(object.decl->getLocation());
  if (end.mustBlock)
    return found(Drop::Blocks, "its destructor waits for the work", end.mayBlock);
  if (end.mustDestroy && end.mayResume)
    return found(Drop::Unknown, "its destructor may resume the coroutine before it destroys it",
                 end.mayResume);
  if (end.mustDestroy)
    return found(Drop::Destroys, "its destructor destroys the coroutine", end.mayDestroy);
  if (end.mayDestroy) {
    if (!end.counted)
      return found(Drop::Unknown,
                   "a condition that only run time tells decides whether its "
                   "destructor destroys the coroutine",
                   end.mayDestroy);
    if (start == Start::Lazy)
      return found(Drop::Destroys,
                   "the last owner destroys the coroutine; one that never started has no other",
                   end.mayDestroy);
    if (start == Start::Eager && ownsItself(symbols, promise))
      return found(Drop::Detaches,
                   "the last owner destroys the coroutine, and while it runs it is one itself",
                   end.mayDestroy);
    return found(Drop::Unknown,
                 "the last owner destroys the coroutine; who else is one is not "
                 "known",
                 end.mayDestroy);
  }
  // What cancelling does, and what detaching does to work that never started, is not in the names.
  if (end.cancels)
    return found(Drop::Unknown,
                 "its destructor calls what cancels by its name, with an effect "
                 "that is not known",
                 end.cancels);
  if (end.detaches && start == Start::Lazy)
    return found(Drop::Unknown, "its destructor detaches, by the name, work that has not started",
                 end.detaches);
  if (end.detaches)
    return found(Drop::Detaches, "its destructor calls what detaches, by its name", end.detaches);
  if (end.opaque)
    return found(Drop::Unknown, "its destructor runs code that cannot be seen", end.opaque);
  if (end.mayBlock)
    return found(Drop::Unknown, "its destructor may wait", end.mayBlock);
  if (end.mayResume && start == Start::Lazy)
    return found(Drop::Detaches, "its destructor starts the work", end.mayResume);
  if (end.mayResume)
    return found(Drop::Unknown, "its destructor resumes the coroutine", end.mayResume);
  switch (start) {
  case Start::Lazy:
    return found(Drop::Leaks, "nothing destroys or resumes the coroutine when it goes away",
                 itself);
  case Start::Eager:
    return found(Drop::Detaches, "its end leaves the coroutine alone, which has started", itself);
  case Start::Unknown:
    break;
  }
  return found(Drop::Unknown, "its end leaves the coroutine alone, which may have started or not",
               itself);
}

} // namespace

Ownership ownershipOf(const Symbols &symbols, const Class &object, const Class &promise,
                      Start start) {
  Interpreter interpreter(symbols);
  const Effects end = interpreter.destroyObject(object);
  Ownership ownership;
  ownership.drop = dropOf(symbols, end, object, promise, start);
  ownership.handle = interpreter.holdsHandle() || static_cast<bool>(end.mayDestroy);
  ownership.pointer = interpreter.holdsPointer();
  return ownership;
}

} // namespace asynctidy::coro
