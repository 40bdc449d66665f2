// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// When the body of a coroutine starts to run.
#include "coro/Effects.h"
#include "coro/PromiseFacts.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// The value of the function's one return statement, when that is all there is to it.
const Expr *onlyReturned(const Body &body) {
  const auto *compound = dyn_cast_or_null<CompoundStmt>(body.statement);
  if (!compound || compound->size() != 1)
    return nullptr;
  const auto *exit = dyn_cast<ReturnStmt>(compound->body_front());
  return exit ? exit->getRetValue() : nullptr;
}

bool isStdAwaiter(const Symbols &symbols, const Class &awaiter, llvm::StringRef name) {
  if (!awaiter)
    return false;
  return isStd(awaiter.decl, name) || llvm::any_of(symbols.bases(awaiter), [&](const Class &base) {
           return isStdAwaiter(symbols, base, name);
         });
}

bool declares(const Class &awaiter, llvm::StringRef name) {
  return llvm::any_of(awaiter.decl->decls(), [name](const Decl *member) {
    const auto *named = dyn_cast<NamedDecl>(member);
    return named && named->getDeclName().isIdentifier() && named->getName() == name;
  });
}

/// Whether \p node does no more than keep values: assignments, casts and pure functions of std.
bool onlyKeeps(const Symbols &symbols, const Stmt &node, const ScopePtr &scope) {
  if (isa<CXXThrowExpr, CXXNewExpr, CXXDeleteExpr, LambdaExpr>(node))
    return false;
  if (const auto *expr = dyn_cast<Expr>(&node)) {
    if (const std::optional<Call> call = symbols.call(*expr, scope)) {
      const bool isHandleQuery =
          symbols.isHandle(call->objectType) &&
          (call->name == "promise" || call->name == "address" || call->name.starts_with("from_"));
      const bool isAssignment = call->op == OO_Equal && symbols.isHandle(call->objectType);
      const bool isStdValue = llvm::any_of(call->callees, [](const Member &callee) {
        return inStd(*callee.decl) && !isa<CXXMethodDecl>(callee.decl);
      });
      if (!isHandleQuery && !isAssignment && !isStdValue)
        return false;
    }
  }
  return llvm::all_of(node.children(), [&](const Stmt *child) {
    return !child || onlyKeeps(symbols, *child, scope);
  });
}

/// The start that a suspension in \p awaiter's await_suspend amounts to.
Start suspendedBy(const Symbols &symbols, const Class &awaiter) {
  const std::vector<Member> functions = symbols.functions(awaiter, "await_suspend");
  if (functions.size() != 1)
    return Start::Unknown;
  const Body body = symbols.body(functions.front());
  if (!body || !onlyKeeps(symbols, *body.statement, body.scope))
    return Start::Unknown;
  if (body.function->getReturnType()->isVoidType())
    return Start::Lazy;
  const Expr *value = onlyReturned(body);
  if (!value)
    return Start::Unknown;
  if (body.function->getReturnType()->isBooleanType()) {
    const std::optional<bool> suspends = symbols.constant(*value, body.scope);
    return !suspends ? Start::Unknown : *suspends ? Start::Lazy : Start::Eager;
  }
  // `return h;` resumes at once; std::noop_coroutine() gives the thread back.
  if (const auto *name = dyn_cast<DeclRefExpr>(value->IgnoreImplicit()->IgnoreParenImpCasts()))
    return isa<ParmVarDecl>(name->getDecl()) ? Start::Eager : Start::Unknown;
  const std::optional<Call> call =
      symbols.call(*value->IgnoreImplicit()->IgnoreParenImpCasts(), body.scope);
  return call && call->name == "noop_coroutine" ? Start::Lazy : Start::Unknown;
}

/// Whether the coroutine's handle gets away while its object is made: it may be resumed then.
bool givesHandleAway(const Symbols &symbols, const Class &promise, const Class &object) {
  Interpreter interpreter(symbols);
  Effects effects;
  for (const Member &function : symbols.functions(promise, "get_return_object"))
    effects.then(interpreter.run(symbols.body(function)));
  for (const Decl *member : object.decl->decls()) {
    if (const auto *named = dyn_cast<FunctionTemplateDecl>(member))
      member = named->getTemplatedDecl();
    const auto *constructor = dyn_cast<CXXConstructorDecl>(member);
    if (!constructor || constructor->getNumParams() == 0)
      continue;
    const QualType first = constructor->getParamDecl(0)->getType();
    if (symbols.isHandle({first, object.scope}) || first->isPointerType())
      effects.then(interpreter.run(symbols.body({constructor, object})));
  }
  return effects.mayResume || effects.publishes;
}

} // namespace

Class awaiterOf(const Symbols &symbols, const Class &awaited) {
  if (!awaited || !symbols.functions(awaited, "await_ready").empty())
    return awaited;
  for (const Member &function : symbols.functions(awaited, OO_Coawait))
    if (Class awaiter = symbols.classOf(symbols.returned(function)))
      return awaiter;
  return {};
}

std::optional<bool> constantReady(const Symbols &symbols, const Class &awaiter) {
  if (!awaiter)
    return std::nullopt;
  const std::vector<Member> functions = symbols.functions(awaiter, "await_ready");
  if (functions.size() != 1)
    return std::nullopt;
  // Known by name, so that no body is needed: the body may have been skipped.
  if (isStd(functions.front().owner.decl, "suspend_always"))
    return false;
  if (isStd(functions.front().owner.decl, "suspend_never"))
    return true;
  const Body body = symbols.body(functions.front());
  const Expr *value = onlyReturned(body);
  return value ? symbols.constant(*value, body.scope) : std::nullopt;
}

Start startOf(const Symbols &symbols, const Class &promise, const Class &object) {
  const std::vector<Member> functions = symbols.functions(promise, "initial_suspend");
  if (functions.size() != 1)
    return Start::Unknown;
  const Class awaiter = awaiterOf(symbols, symbols.classOf(symbols.returned(functions.front())));
  const std::optional<bool> ready = constantReady(symbols, awaiter);
  if (!ready)
    return Start::Unknown;
  if (*ready)
    return Start::Eager;
  const bool isPlain =
      isStdAwaiter(symbols, awaiter, "suspend_always") && !declares(awaiter, "await_suspend");
  const Start start = isPlain ? Start::Lazy : suspendedBy(symbols, awaiter);
  if (start == Start::Lazy && givesHandleAway(symbols, promise, object))
    return Start::Unknown;
  return start;
}

} // namespace asynctidy::coro
