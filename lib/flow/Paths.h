// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Follows a small state machine along all ways through a function.
///
/// Ways that agree in the machine's state are merged, with what they both know of conditions; ways
/// that differ in it are kept apart. So `if (a) open(); ... if (a) close();` is understood, and
/// the cost stays at (blocks x states). This is property simulation (Das, Lerner, Seigle: ESP,
/// PLDI 2002).
#pragma once

#include "flow/Conditions.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLFunctionalExtras.h>

namespace asynctidy::flow {

/// A condition that a path passed, or a call that threw on it; in order.
struct Decision {
  Edge::Kind kind = Edge::Plain;
  const clang::Expr *expr = nullptr;
};

/// What the machine says to an event.
struct Next {
  enum Kind { Go, Stop, Report, ReportAndGo };
  Kind kind = Go;
  unsigned state = 0;

  static Next go(unsigned state) { return {Go, state}; }
  /// The path is of no more interest.
  static Next stop() { return {Stop, 0}; }
  /// Something to report happened; the path ends.
  static Next report() { return {Report, 0}; }
  /// The same, and the path goes on.
  static Next reportAndGo(unsigned state) { return {ReportAndGo, state}; }
};

/// One object's protocol. States are small numbers; a path begins in state 0.
class Machine {
public:
  virtual ~Machine() = default;
  virtual Next on(unsigned state, const Event &event) = 0;
  /// A condition that concerns the object may tell more, or that the way cannot be taken (Stop).
  virtual Next branch(unsigned state, const clang::Expr &condition, bool holds) {
    return Next::go(state);
  }
  /// An exception leaves the call or co_await \p expr; Stop to ignore such ways.
  virtual Next thrown(unsigned state, Edge::Kind kind, const clang::Expr *expr) {
    return kind == Edge::AwaitThrows ? Next::go(state) : Next::stop();
  }
  /// The function ends; \p byException when it is left by one.
  virtual Next atExit(unsigned state, bool byException) { return Next::stop(); }
};

struct Report {
  /// What was reported; null for the end of the function.
  const Event *event = nullptr;
  bool byException = false;
  /// How one such path goes.
  std::vector<Decision> path;
};

/// How far a run that is about one variable goes.
enum class Until {
  End,        ///< of the function
  LastMention ///< no way goes on from which the variable is not named again
};

/// One function's graph, and what is known of its conditions; for any number of machines.
class Ways {
public:
  Ways(std::unique_ptr<Graph> graph, const clang::ASTContext &context)
      : graph_(std::move(graph)), conditions_(context, *graph_->function().body) {}

  /// Runs the machine from the entry, and calls \p visit for each place of a report, once per
  /// place. Returns false when it gave up: the budget of steps was not enough.
  bool run(Machine &machine, llvm::function_ref<void(const Report &)> visit);

  /// The same from the place where \p variable is declared on, with what is known there whichever
  /// way led to it: for machines that wait for that. A parameter is there from the start.
  bool runFrom(const clang::ValueDecl &variable, Machine &machine,
               llvm::function_ref<void(const Report &)> visit, Until until = Until::End);

  /// Whether a run was not finished.
  bool gaveUp() const { return gaveUp_; }

  const Graph &graph() const { return *graph_; }

private:
  bool start(Machine &machine, llvm::function_ref<void(const Report &)> visit, unsigned block,
             const Assumptions &known, const llvm::DenseSet<unsigned> *within = nullptr);
  void survey();
  llvm::DenseSet<unsigned> blocksBetween(unsigned declared, const clang::ValueDecl &variable) const;

  std::unique_ptr<Graph> graph_;
  Conditions conditions_;
  /// What every way to a block knows; empty where none leads.
  std::vector<std::optional<Assumptions>> known_;
  llvm::DenseMap<const clang::ValueDecl *, unsigned> declared_;
  llvm::DenseMap<const clang::ValueDecl *, llvm::SmallVector<unsigned, 2>> mentioned_;
  std::vector<llvm::SmallVector<unsigned, 2>> predecessors_;
  /// Of the budget, by all runs together.
  unsigned visits_ = 0;
  bool gaveUp_ = false;
};

} // namespace asynctidy::flow
