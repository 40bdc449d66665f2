// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The ways through one function: Clang's control-flow graph, reduced to the events that path
/// analyses look at.
#pragma once

#include "flow/Function.h"
#include "flow/Mentions.h"
#include "model/Knowledge.h"

#include <clang/Analysis/CFG.h>
#include <llvm/ADT/DenseSet.h>

#include <memory>

namespace asynctidy::flow {

struct Event {
  enum Kind {
    Declared,  ///< the variable comes to life, its initialiser evaluated
    Mentioned, ///< the variable is named
    Called,    ///< a call with facts is made, its arguments evaluated
    Suspended, ///< a written co_await or co_yield goes on after its suspension
    Destroyed, ///< the variable's scope ends
    Caught,    ///< a handler begins
  };
  Kind kind;
  /// The expression or statement; null for Destroyed.
  const clang::Stmt *at = nullptr;
  const clang::ValueDecl *variable = nullptr;
  const Mention *mention = nullptr;
  const Call *call = nullptr;
};

struct Edge {
  enum Kind {
    Plain,
    True,        ///< the condition holds
    False,       ///< the condition does not hold
    Throw,       ///< a throw expression
    AwaitThrows, ///< the result of a co_await is an exception
    CallThrows,  ///< a call that is not known to be noexcept throws
    Unwinds,     ///< no handler of the try block catches what was thrown in it
  };
  Kind kind = Plain;
  unsigned to = 0;
  /// The condition, or the call or co_await that throws; null for Plain and Unwinds.
  const clang::Expr *expr = nullptr;
  /// A larger condition whose value is then the same: all of `a && b` once a is false.
  const clang::Expr *whole = nullptr;
};

/// Owns the graph. Immutable once built.
class Graph {
public:
  struct Block {
    std::vector<Event> events;
    std::vector<Edge> edges;
  };

  /// Null when Clang builds no graph of the function (errors in it) or it is too large to follow.
  /// \p function and its declaration must outlive the graph.
  static std::unique_ptr<Graph> build(const Function &function, clang::ASTContext &context,
                                      model::Knowledge &knowledge);

  llvm::ArrayRef<Block> blocks() const { return blocks_; }
  unsigned entry() const { return entry_; }
  /// Where returns and uncaught exceptions lead.
  unsigned exit() const { return exit_; }
  /// Whether \p expr is a call that is an event.
  bool hasCall(const clang::Expr *expr) const { return called_.contains(expr); }
  const Mentions &mentions() const { return mentions_; }
  const Function &function() const { return function_; }

private:
  explicit Graph(const Function &function) : function_(function), mentions_(*function.body) {}

  const Function &function_;
  Mentions mentions_;
  std::unique_ptr<clang::CFG> cfg_;
  std::vector<Block> blocks_;
  llvm::DenseSet<const clang::Expr *> called_;
  unsigned entry_ = 0;
  unsigned exit_ = 0;

  friend class GraphBuilder;
};

} // namespace asynctidy::flow
