// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Internal to lib/coro: what running a piece of code (a destructor, a deleter, a constructor)
/// does to a coroutine frame whose body has not finished.
#pragma once

#include "coro/Symbols.h"

#include <llvm/ADT/SmallPtrSet.h>

namespace asynctidy::coro {

/// Whether something happens, and where it was seen first.
class Seen {
public:
  Seen() = default;
  explicit Seen(clang::SourceRange place) : happens_(true), place_(place) {}
  /// It happens; where is not known yet.
  static Seen somewhere() { return Seen(clang::SourceRange()); }

  explicit operator bool() const { return happens_; }
  clang::SourceRange place() const { return place_; }
  Seen &operator|=(const Seen &other) {
    if (!happens_ || (place_.isInvalid() && other.happens_))
      *this = other;
    return *this;
  }

private:
  bool happens_ = false;
  clang::SourceRange place_;
};

/// Effects on the frame. "must" happens on every path, "may" on some.
struct Effects {
  bool mustDestroy = false;
  Seen mayDestroy;
  bool mustBlock = false;
  Seen mayBlock;
  Seen mayResume;
  /// Calls something that is named after detaching, or after cancelling.
  Seen detaches;
  Seen cancels;
  /// Whether the frame is destroyed depends on a count of owners.
  Seen counted;
  /// Code that can't be seen gets hold of the object, the promise or the handle.
  Seen opaque;
  /// The handle itself is given to somebody.
  Seen publishes;
  bool mustExit = false;
  bool mayExit = false;

  /// First this, then \p next.
  void then(const Effects &next);
  /// Either this or \p other.
  void orElse(const Effects &other);
  /// The same, with \p place for what nobody has seen a better place of.
  Effects at(clang::SourceRange place) const;
};

class Interpreter {
public:
  explicit Interpreter(const Symbols &symbols) : symbols_(symbols) {}

  /// The end of an object of class \p record: destructor, members, bases.
  Effects destroyObject(const Class &record);
  Effects destroyValue(TypeRef type);
  Effects run(const Body &body);
  Effects runAll(const std::vector<Member> &functions);

  /// Whether the objects destroyed so far hold a handle, or a pointer that may lead to the frame.
  bool holdsHandle() const { return holdsHandle_; }
  bool holdsPointer() const { return holdsPointer_; }

private:
  Effects destroyStd(TypeRef type, llvm::StringRef name);
  Effects destroyArguments(llvm::ArrayRef<Argument> arguments);
  Effects deletePointee(TypeRef pointee);
  Effects statement(const clang::Stmt *node);
  Effects branch(const clang::Expr &condition, const clang::Stmt *yes, const clang::Stmt *no);
  Effects expression(const clang::Stmt *node);
  Effects callEffects(const Call &call);
  Effects follow(const Call &call);
  Effects onHandle(const Call &call);
  bool mentionsFrame(const Call &call) const;

  /// Conditions in the situation that matters: the object is not empty, the body not finished.
  std::optional<bool> holds(const clang::Expr &condition);
  std::optional<bool> callHolds(const Call &call);
  bool isOwnPointer(const clang::Expr &expr) const;
  bool isOwningPointer(TypeRef type) const;
  bool countsOwners(const clang::Stmt &node, int depth = 0);

  const Symbols &symbols_;
  ScopePtr scope_;
  int depth_ = 0;
  /// How many function bodies have been run: enough is enough.
  int bodies_ = 0;
  llvm::SmallPtrSet<const void *, 8> active_;
  bool holdsHandle_ = false;
  bool holdsPointer_ = false;
};

} // namespace asynctidy::coro
