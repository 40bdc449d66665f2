// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/HeldLocks.h"

#include "flow/Locks.h"
#include "flow/Settled.h"
#include "flow/Unit.h"

#include <llvm/ADT/SetVector.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

class LockMachine : public Machine {
public:
  explicit LockMachine(const ValueDecl &lock) : lock_(lock), guarded_(guardedBy(lock)) {}

  enum State : unsigned { Free, Held };

  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Declared:
      if (event.variable == &lock_)
        return take(locksInInitialiser(*cast<VarDecl>(event.variable)) ? Held : Free, event.at);
      break;
    case Event::Destroyed:
      if (event.variable == &lock_)
        return Next::go(Free);
      break;
    case Event::Called:
      if (event.call->object == &lock_)
        return called(state, event);
      // condition.wait(mutex) unlocks it meanwhile.
      if (guarded_ && state == Held && isGiven(*event.call))
        return Next::stop();
      break;
    case Event::Mentioned:
      // Whoever gets the lock, not only what it guards, may unlock it.
      if (event.variable == &lock_ && !event.mention->dereferenced &&
          event.mention->how != How::Method && event.mention->how != How::Tested &&
          event.mention->how != How::Ignored)
        return Next::stop();
      break;
    case Event::Caught:
      break;
    case Event::Suspended:
      // Once for each time it is locked.
      if (state == Held)
        return Next::reportAndGo(Free);
      break;
    }
    return Next::go(state);
  }

  /// try_to_lock: `if (!lock)` goes where it is not held.
  Next branch(unsigned state, const Expr &condition, bool holds) override {
    std::optional<Question> question = questionOf(condition);
    bool isFree = question && question->variable == &lock_ && holds == question->negated;
    return Next::go(isFree ? static_cast<unsigned>(Free) : state);
  }

  const Stmt *acquired() const { return acquired_; }

private:
  /// What `std::unique_lock lock(mutex);` locks; null for what is no guard of something with a
  /// name.
  static const ValueDecl *guardedBy(const ValueDecl &lock) {
    const auto *variable = dyn_cast<VarDecl>(&lock);
    const Expr *init = variable ? variable->getInit() : nullptr;
    const auto *made = init ? dyn_cast<CXXConstructExpr>(init->IgnoreImplicit()) : nullptr;
    return made && made->getNumArgs() > 0 ? named(made->getArg(0)) : nullptr;
  }

  bool isGiven(const Call &call) const {
    for (unsigned i = 0; i < call.arguments(); ++i)
      if (const Expr *argument = call.argument(i); argument && named(argument) == guarded_)
        return true;
    return false;
  }

  Next take(State state, const Stmt *at) {
    if (state == Held && !acquired_)
      acquired_ = at;
    return Next::go(state);
  }

  Next called(unsigned state, const Event &event) {
    switch (lockWordOf(event.call->callee)) {
    case LockWord::Lock:
      return take(event.call->callee->getReturnType()->isVoidType() ? Held : Free, event.at);
    case LockWord::Unlock:
    case LockWord::Release:
      return Next::go(Free);
    case LockWord::None:
      return Next::go(state);
    }
    return Next::go(state);
  }

  const ValueDecl &lock_;
  const ValueDecl *guarded_;
  const Stmt *acquired_ = nullptr;
};

/// The locks that the function declares or locks, without looking at its ways.
llvm::SetVector<const ValueDecl *> candidates(const Function &function, Unit &unit) {
  llvm::SetVector<const ValueDecl *> result;
  for (const VarDecl *variable : function.variables)
    if (isBlockingLock(variable->getType(), unit))
      result.insert(variable);
  for (const Call &call : function.calls)
    if (call.object && lockWordOf(call.callee) == LockWord::Lock &&
        isBlockingLock(call.object->getType(), unit))
      result.insert(call.object);
  return result;
}

} // namespace

std::vector<HeldLock> locksHeldAcrossSuspensions(const Function &function, Unit &unit) {
  std::vector<HeldLock> result;
  if (function.suspensions.empty())
    return result;
  for (const ValueDecl *lock : candidates(function, unit)) {
    Ways *ways = unit.waysThrough(function);
    if (!ways)
      break;
    LockMachine machine(*lock);
    std::size_t before = result.size();
    bool finished = ways->run(machine, [&](const Report &report) {
      result.push_back({lock, machine.acquired(), cast<Expr>(report.event->at)});
    });
    if (!finished)
      result.resize(before);
  }
  return result;
}

} // namespace asynctidy::flow
