// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The facts of one function, collected in one pass over its body and shared by all checks: the
/// calls it makes, the asynchronous values it produces and what becomes of them, the callables it
/// hands over.
#pragma once

#include "model/Knowledge.h"

#include <clang/AST/ExprCXX.h>

#include <vector>

namespace asynctidy::flow {

/// A call or constructor call, in evaluation order as written.
struct Call {
  const clang::Expr *expr = nullptr;
  const clang::FunctionDecl *callee = nullptr;
  const model::FunctionFacts *facts = nullptr;
  /// The local variable, parameter or member that a method is called on; null when it is none.
  const clang::ValueDecl *object = nullptr;
  /// Whether the call is made in a catch handler, where no co_await is allowed.
  bool inHandler = false;
  /// Whether the call is made in a try block with handlers.
  bool inTry = false;
  /// Whether the call is a whole statement.
  bool isStatement = false;
  /// Whether what follows may run on another thread: the call is awaited and moves the coroutine.
  bool hops = false;
  /// Whether another call before it, as written, hops.
  bool afterHop = false;
  /// Whether the callee is what a variable, member or table holds.
  bool indirect = false;

  /// The argument at \p index as written; null when it is defaulted or absent.
  const clang::Expr *argument(unsigned index) const;
  unsigned arguments() const;
};

/// What becomes of a value that stands for asynchronous work.
enum class Fate {
  Used,       ///< awaited, stored, passed on, returned: somebody else's to judge
  Awaited,    ///< the operand of a co_await
  Discarded,  ///< the value of a statement, of a left side of a comma, ...
  VoidCast,   ///< discarded on purpose: cast to void or assigned to std::ignore
  NeverNamed, ///< initialises a local variable that nothing refers to afterwards
};

/// How a discarded value comes to be a whole statement, for wording and fixes.
enum class Position { Statement, Comma, ConditionalArm, Loop, Initializer };

/// An expression that yields a coroutine, task, future or awaitable as a new object.
struct Value {
  const clang::Expr *expr = nullptr;
  const model::Meaning *meaning = nullptr;
  Fate fate = Fate::Used;
  Position position = Position::Statement;
  /// The variable it initialises, if that is what happens to it.
  const clang::VarDecl *holder = nullptr;
  /// The innermost ?: that decides whether it does, if any, and whether its condition must hold.
  const clang::Expr *condition = nullptr;
  bool conditionHolds = false;
  /// The function that was called; null when the value is the result of a co_await.
  const clang::FunctionDecl *callee = nullptr;
  const model::FunctionFacts *calleeFacts = nullptr;
  bool inHandler = false;
};

/// A callable that is handed to a function or wrapped in a type with a fixed signature.
struct HandOver {
  /// The call that hands it over; null for a wrapper.
  const clang::Expr *call = nullptr;
  /// The lambda, function name, ... as written.
  const clang::Expr *callable = nullptr;
  /// What will run, one of these; empty when it is not known here.
  llvm::SmallVector<const clang::FunctionDecl *, 1> targets;
  /// The only one that it can be; else null.
  const clang::FunctionDecl *target() const {
    return targets.size() == 1 ? targets.front() : nullptr;
  }
  /// What the callable returns when called; null when it is not known.
  clang::QualType returns;
  model::Runs runs = model::Runs::Unknown;
  /// It runs there because the executor that it is given to does.
  bool byExecutor = false;
  /// It is given to another executor than by default, and nobody knows which.
  bool isExecutorUnknown = false;
  model::Returned returned = model::Returned::Unknown;
  /// The parameters of what will run that are its own from then on.
  llvm::SmallVector<unsigned, 1> gives;
  /// By then the function may have moved to another thread.
  bool afterHop = false;
  /// The receiver is defined here, and hands on or calls what it is given.
  bool throughCallee = false;
  /// It is not called when the work before it has failed.
  bool skipped = false;
  /// The function it is handed to; null for a wrapper with a signature.
  const clang::FunctionDecl *receiver = nullptr;
  /// The wrapper type, such as std::function<void()>; null for a function.
  clang::QualType wrapper;
  /// The model's reason.
  llvm::StringRef why;
};

/// Facts of one function that has a body in the translation unit.
struct Function {
  const clang::FunctionDecl *decl = nullptr;
  /// The body as written.
  const clang::Stmt *body = nullptr;
  /// The promise class when this is a coroutine that was analysed without errors.
  const clang::CXXRecordDecl *promise = nullptr;
  bool isCoroutine = false;
  /// Uses of variables may be missing here: the code has errors, or an if constexpr dropped a
  /// branch of this instantiation.
  bool mayLackUses = false;
  /// The function whose body holds this lambda; null for anything else.
  const clang::FunctionDecl *enclosing = nullptr;
  /// The local variables of class type, structured bindings included, lambdas' apart.
  std::vector<const clang::VarDecl *> variables;
  std::vector<Call> calls;
  /// Calls of what a variable, member or table holds, for each function that this may be.
  std::vector<Call> indirectCalls;
  std::vector<Value> values;
  std::vector<HandOver> handOvers;
  /// Operands of the written co_awaits and co_yields.
  std::vector<const clang::Expr *> suspensions;
};

} // namespace asynctidy::flow
