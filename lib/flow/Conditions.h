// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a path knows from the conditions it passed, so that a second test of the same condition
/// does not open a way that cannot be taken.
///
/// Why not clang/Analysis/FlowSensitive: its graph has no ways that exceptions take, a member keeps
/// its value across a suspension there, and of the shapes in conditions_test.cpp it (version 19)
/// knows booleans and enumerators only, not numbers, pointers and questions by const methods.
#pragma once

#include "flow/Graph.h"

#include <llvm/ADT/FoldingSet.h>
#include <llvm/ADT/SmallVector.h>

#include <map>

namespace asynctidy::flow {

/// A condition of the function, in its positive form: `a != b` is `a == b` that does not hold.
struct Condition {
  unsigned id = 0;
  bool negated = false;
};

/// A condition that asks one variable or member: `v`, `!v`, `v != nullptr`, `v.ready()`,
/// `p->v.ready()`; also through a local bool that was initialised with such a question.
struct Question {
  const clang::ValueDecl *variable = nullptr;
  /// The method or conversion that answers; null for a plain value.
  const clang::CXXMethodDecl *method = nullptr;
  /// The condition holds when the answer is no.
  bool negated = false;
};

/// Empty for any other condition.
std::optional<Question> questionOf(const clang::Expr &condition);

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

  /// An if of a test of which each run takes one: SECTION("a") { ... } SECTION("b") { ... }.
  struct Section {
    /// That one of them has been taken.
    unsigned id = 0;
    bool isLast = false;
  };
  std::optional<Section> sectionOf(const clang::Expr &condition) const;

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
  void noteLoopsAndSections(const clang::Stmt *node);
  void noteSections(const clang::CompoundStmt &block);
  unsigned idOf(const llvm::FoldingSetNodeID &profile, Entry entry);

  const clang::ASTContext &context_;
  std::map<llvm::FoldingSetNodeID, unsigned> ids_;
  std::vector<Entry> entries_;
  /// By its counter: a loop's condition that holds at first.
  llvm::DenseMap<const clang::ValueDecl *, const clang::Expr *> firstRounds_;
  /// By its condition.
  llvm::DenseMap<const clang::Expr *, Section> sections_;
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
  bool enter(Conditions::Section section, bool taken);

  llvm::SmallVector<std::pair<unsigned, bool>, 4> known_;
};

} // namespace asynctidy::flow
