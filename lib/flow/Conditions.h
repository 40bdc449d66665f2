// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a path knows from the conditions it passed, so that a second test of the same condition
/// does not open a way that cannot be taken.
///
/// Why not clang/Analysis/FlowSensitive: its graph has no ways that exceptions take, a member keeps
/// its value across a suspension there, and of the shapes in conditions_test.cpp it (version 19)
/// knows booleans and enumerators only, not numbers, pointers and questions by const methods.
#pragma once

#include "flow/FirstRounds.h"
#include "flow/Graph.h"
#include "flow/Questions.h"
#include "flow/Sections.h"

#include <llvm/ADT/FoldingSet.h>
#include <llvm/ADT/SmallVector.h>

#include <map>

namespace asynctidy::flow {

/// A condition of the function, in its positive form: `a != b` is `a == b` that does not hold.
struct Condition {
  unsigned id = 0;
  bool negated = false;
};

/// The conditions of one function that a path can remember: comparisons and tests of local
/// variables, members and constants, and questions by const methods without arguments.
class Conditions {
public:
  explicit Conditions(const clang::ASTContext &context) : context_(context) {}
  /// Those of the function with this \p body, which also shows loops that run once at least, and
  /// the sections of a test.
  Conditions(const clang::ASTContext &context, const clang::Stmt &body);

  /// Empty for a condition that says nothing when it is asked again.
  std::optional<Condition> of(const clang::Expr &expr);

  /// What \p event says of a variable that it gives a constant: `done = true;`, `T *p = nullptr;`,
  /// `for (int i = 0; i < 3; ++i)`.
  std::optional<std::pair<Condition, bool>> learned(const Event &event);

  /// Empty for a condition that is no section's of a test.
  std::optional<Section> sectionOf(const clang::Expr &condition) const {
    return sections_.of(condition);
  }
  /// That one of the sections beside \p section, or it, has been taken.
  Condition choiceOf(const Section &section);

  /// Whether the condition with this id depends on \p variable.
  bool dependsOn(unsigned id, const clang::ValueDecl *variable) const;
  /// Whether other code may change what the condition looks at while the coroutine is suspended.
  bool isShared(unsigned id) const { return entries_[id].shared; }

private:
  struct Entry {
    llvm::SmallVector<const clang::ValueDecl *, 2> variables;
    bool shared = false;
  };
  bool collect(const clang::Expr &expr, Entry &entry) const;
  unsigned idOf(const llvm::FoldingSetNodeID &profile, Entry entry);

  const clang::ASTContext &context_;
  /// Of the function; null when only its conditions are known.
  const clang::Stmt *body_ = nullptr;
  std::map<llvm::FoldingSetNodeID, unsigned> ids_;
  std::vector<Entry> entries_;
  FirstRounds firstRounds_;
  Sections sections_;
  llvm::DenseMap<const clang::Expr *, std::optional<Condition>> memo_;
};

/// A set of conditions with their values, small, sorted by id.
class Assumptions {
public:
  /// False when \p expr, or what it says of its parts, is known to have the other value.
  bool assume(const clang::Expr &expr, bool value, Conditions &conditions);
  /// The same for one condition.
  bool assume(Condition condition, bool value);
  /// Forgets what the event may have changed.
  void forget(const Event &event, const Conditions &conditions);
  /// Keeps what both know. True if this lost something.
  bool meet(const Assumptions &other);

private:
  bool enter(const Section &section, bool taken, Conditions &conditions);

  llvm::SmallVector<std::pair<unsigned, bool>, 4> known_;
};

} // namespace asynctidy::flow
