// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// When the body of a coroutine starts to run.
#include "coro/Effects.h"
#include "coro/PromiseFacts.h"

#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/STLExtras.h>

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

/// The handle that copies and conversions to another kind of handle start from.
const Expr &beforeConversion(const Expr &written) {
  const Expr &expr = *written.IgnoreImplicit()->IgnoreParenImpCasts();
  if (const auto *made = dyn_cast<CXXConstructExpr>(&expr); made && made->getNumArgs() == 1)
    return beforeConversion(*made->getArg(0));
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(&expr);
      call && isa_and_nonnull<CXXConversionDecl>(call->getMethodDecl()))
    return beforeConversion(*call->getImplicitObjectArgument());
  return expr;
}

/// Whether awaiting \p awaiter suspends as std::suspend_always does, by inheritance. Told by names,
/// so that no body is needed: it may have been skipped.
bool suspendsPlainly(const Symbols &symbols, const Class &awaiter) {
  const std::vector<Member> functions = symbols.functions(awaiter, "await_suspend");
  return functions.size() == 1 && isStd(functions.front().owner.decl, "suspend_always");
}

bool keepsValues(const Symbols &symbols, const Call &call) {
  if (symbols.isHandle(call.objectType)) {
    const bool isConversion = call.name.empty() && call.op == OO_None;
    return isConversion || call.op == OO_Equal || call.name == "promise" ||
           call.name == "address" || call.name.starts_with("from_");
  }
  constexpr llvm::StringRef pure[] = {"move",      "forward", "exchange",
                                      "addressof", "swap",    "noop_coroutine"};
  return !call.object && llvm::is_contained(pure, call.name) &&
         llvm::all_of(call.callees, [](const Member &callee) { return inStd(*callee.decl); });
}

/// What below \p node does more than keep values (assignments, casts and pure functions of std);
/// null when nothing does.
const Stmt *moreThanKeeping(const Symbols &symbols, const Stmt &node, const ScopePtr &scope) {
  if (isa<CXXThrowExpr, CXXNewExpr, CXXDeleteExpr, LambdaExpr>(node))
    return &node;
  const auto *expr = dyn_cast<Expr>(&node);
  const std::optional<Call> call = expr ? symbols.call(*expr, scope) : std::nullopt;
  if (call && !keepsValues(symbols, *call))
    return &node;
  for (const Stmt *child : node.children())
    if (const Stmt *found = child ? moreThanKeeping(symbols, *child, scope) : nullptr)
      return found;
  return nullptr;
}

/// The start that a suspension in \p awaiter's await_suspend amounts to.
Proven<Start> suspendedBy(const Symbols &symbols, const Class &awaiter) {
  const auto unknown = [&](llvm::StringRef text, const Decl *place) {
    return Proven<Start>{Start::Unknown, because(text, place, awaiter.decl)};
  };
  const std::vector<Member> functions = symbols.functions(awaiter, "await_suspend");
  if (functions.size() != 1)
    return unknown("initial_suspend returns %0, which has no await_suspend or several",
                   awaiter.decl);
  const Decl *function = functions.front().decl;
  const Body body = symbols.body(functions.front());
  if (!body)
    return unknown("initial_suspend returns %0; what its await_suspend does cannot be seen",
                   function);
  if (const Stmt *more = moreThanKeeping(symbols, *body.statement, body.scope))
    return {Start::Unknown,
            {"initial_suspend returns %0, whose await_suspend may have the coroutine resumed",
             awaiter.decl, more->getSourceRange()}};
  const Proven<Start> lazy{
      Start::Lazy, because("initial_suspend returns %0, whose await_suspend only keeps the handle",
                           function, awaiter.decl)};
  const Proven<Start> eager{
      Start::Eager, because("initial_suspend returns %0, whose await_suspend resumes at once",
                            function, awaiter.decl)};
  constexpr llvm::StringLiteral depends =
      "initial_suspend returns %0, whose await_suspend says only at run time what resumes";
  if (body.function->getReturnType()->isVoidType())
    return lazy;
  const Expr *value = onlyReturned(body);
  if (!value)
    return unknown(depends, function);
  if (body.function->getReturnType()->isBooleanType()) {
    const std::optional<bool> suspends = symbols.constant(*value, body.scope);
    return !suspends ? unknown(depends, function) : *suspends ? lazy : eager;
  }
  // `return h;` resumes at once; std::noop_coroutine() gives the thread back.
  const Expr &handle = beforeConversion(*value);
  if (const auto *name = dyn_cast<DeclRefExpr>(&handle))
    return isa<ParmVarDecl>(name->getDecl()) ? eager : unknown(depends, function);
  const std::optional<Call> call = symbols.call(handle, body.scope);
  return call && call->name == "noop_coroutine" ? lazy : unknown(depends, function);
}

/// Where the coroutine's handle gets away while its object is made: it may be resumed then.
Seen givesHandleAway(const Symbols &symbols, const Class &promise, const Class &object) {
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
  Seen seen = effects.mayResume;
  return seen |= effects.publishes;
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
  if (isStd(functions.front().owner.decl, "suspend_always"))
    return false;
  if (isStd(functions.front().owner.decl, "suspend_never"))
    return true;
  const Body body = symbols.body(functions.front());
  const Expr *value = onlyReturned(body);
  return value ? symbols.constant(*value, body.scope) : std::nullopt;
}

Proven<Start> startOf(const Symbols &symbols, const Class &promise, const Class &object) {
  const std::vector<Member> functions = symbols.functions(promise, "initial_suspend");
  if (functions.size() != 1)
    return {Start::Unknown, because("%0 has no initial_suspend that can be seen, or several",
                                    promise.decl, promise.decl)};
  const Decl *function = functions.front().decl;
  const Class awaiter = awaiterOf(symbols, symbols.classOf(symbols.returned(functions.front())));
  if (!awaiter)
    return {Start::Unknown, because("what initial_suspend returns is not known", function)};
  const std::optional<bool> ready = constantReady(symbols, awaiter);
  if (!ready)
    return {Start::Unknown, because("initial_suspend returns %0, whose await_ready is no constant",
                                    function, awaiter.decl)};
  if (*ready)
    return {Start::Eager,
            because("initial_suspend returns %0, which never suspends", function, awaiter.decl)};
  Proven<Start> start{Start::Lazy, because("initial_suspend returns %0, which always suspends",
                                           function, awaiter.decl)};
  if (!suspendsPlainly(symbols, awaiter))
    start = suspendedBy(symbols, awaiter);
  if (start.value == Start::Lazy)
    if (const Seen away = givesHandleAway(symbols, promise, object))
      return {Start::Unknown,
              {"it is suspended at first, but its handle is given away while the object is made",
               nullptr, away.place()}};
  return start;
}

} // namespace asynctidy::coro
