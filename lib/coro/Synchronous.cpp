// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that never wait: expected-like and optional-like types use co_await as an early
// return. Their await_suspend destroys the awaiting coroutine, or leaves it to its owner; nobody
// keeps its handle to resume it.
#include "coro/PromiseFacts.h"

#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// How an await_suspend uses the handle it is given.
class HandleUses {
public:
  HandleUses(const Symbols &symbols, const Body &body)
      : symbols_(symbols), scope_(body.scope),
        handle_(body.function->getNumParams() ? body.function->getParamDecl(0) : nullptr) {
    look(*body.statement);
  }

  bool destroys() const { return destroys_; }
  /// The handle or the promise goes to somebody who may resume it.
  bool escapes() const { return escapes_; }
  /// Calls code that is not known to do nothing with the coroutine.
  bool calls() const { return calls_; }

private:
  void look(const Stmt &node) {
    if (isHandle(node)) {
      escapes_ = true;
      return;
    }
    if (isa<LambdaExpr>(node)) {
      escapes_ = true;
      return;
    }
    if (const auto *unary = dyn_cast<UnaryOperator>(&node);
        unary && unary->getOpcode() == UO_AddrOf)
      escapes_ |= isPromise(*unary->getSubExpr());
    if (const auto *expr = dyn_cast<Expr>(&node))
      if (const std::optional<Call> call = symbols_.call(*expr, scope_))
        return lookAt(*call);
    for (const Stmt *child : node.children())
      if (child)
        look(*child);
  }

  void lookAt(const Call &call) {
    const bool onHandle = call.object && isHandle(*call.object->IgnoreParenImpCasts());
    const bool isHarmless = call.name == "promise" || call.name == "done" || call.name == "destroy";
    if (onHandle && isHarmless)
      destroys_ |= call.name == "destroy";
    else if (call.object)
      look(*call.object);
    const bool isStdFunction =
        llvm::any_of(call.callees, [](const Member &callee) { return inStd(*callee.decl); });
    const Class object = call.objectType ? symbols_.classOf(call.objectType) : Class();
    calls_ |= !onHandle && !isStdFunction && !(object && inStd(*object.decl)) && call.op == OO_None;
    for (const Expr *argument : call.arguments) {
      escapes_ |= isPromise(*argument) || isa<CXXThisExpr>(argument->IgnoreParenImpCasts());
      look(*argument);
    }
  }

  bool isHandle(const Stmt &node) const {
    const auto *name = dyn_cast<DeclRefExpr>(&node);
    return name && handle_ && name->getDecl() == handle_;
  }

  bool isPromise(const Expr &expr) const {
    const std::optional<Call> call = symbols_.call(*expr.IgnoreParenImpCasts(), scope_);
    return call && call->name == "promise";
  }

  const Symbols &symbols_;
  ScopePtr scope_;
  const ParmVarDecl *handle_;
  bool destroys_ = false;
  bool escapes_ = false;
  bool calls_ = false;
};

Proven<Resumption> resumptionBy(const Symbols &symbols, const Class &awaiter) {
  if (!awaiter)
    return {Resumption::Possible, {"how its own kind awaits it is not known"}};
  if (constantReady(symbols, awaiter) == true)
    return {Resumption::Never,
            because("awaiting it uses %0, which never suspends", awaiter.decl, awaiter.decl)};
  Proven<Resumption> result{Resumption::Destroyed};
  for (const Member &function : symbols.functions(awaiter, "await_suspend")) {
    const Body body = symbols.body(function);
    if (!body)
      return {Resumption::Possible,
              because("what await_suspend of %0 does cannot be seen", function.decl, awaiter.decl)};
    const HandleUses uses(symbols, body);
    if (uses.escapes() || (uses.calls() && !uses.destroys()))
      return {Resumption::Possible, because("await_suspend of %0 may have the coroutine resumed",
                                            function.decl, awaiter.decl)};
    if (uses.destroys() && !result.because)
      result.because =
          because("await_suspend of %0 destroys the coroutine that awaits: co_await is an early "
                  "return",
                  function.decl, awaiter.decl);
    if (!uses.destroys())
      result = {Resumption::Never,
                because("await_suspend of %0 keeps no handle: nobody resumes the coroutine",
                        function.decl, awaiter.decl)};
  }
  if (!result.because)
    return {Resumption::Possible, because("%0 has no await_suspend", awaiter.decl, awaiter.decl)};
  return result;
}

/// The awaiters that awaiting an object in a coroutine of its own kind may use.
std::vector<Class> ownAwaiters(const Symbols &symbols, const Class &object, const Class &promise,
                               TypeRef type) {
  std::vector<Class> awaiters;
  const auto add = [&](const Member &function) {
    awaiters.push_back(awaiterOf(symbols, symbols.classOf(symbols.returned(function))));
  };
  llvm::for_each(transforms(symbols, promise, type).fitting, add);
  if (awaiters.empty())
    if (Class own = awaiterOf(symbols, object))
      awaiters.push_back(std::move(own));
  if (awaiters.empty())
    llvm::for_each(freeAwaitOperators(symbols, type), add);
  return awaiters;
}

} // namespace

Proven<Resumption> resumption(const Symbols &symbols, const Class &object, const Class &promise,
                              TypeRef type) {
  const std::vector<Member> all = symbols.functions(promise, "await_transform");
  const bool cannotAwait = !all.empty() && llvm::all_of(all, [](const Member &function) {
    return cast<FunctionDecl>(function.decl)->isDeleted();
  });
  if (cannotAwait)
    return {Resumption::Never,
            because("its promise deletes await_transform: it awaits nothing", all.front().decl)};
  const std::vector<Class> awaiters = ownAwaiters(symbols, object, promise, type);
  if (awaiters.empty())
    return {Resumption::Possible, {"how its own kind awaits it is not known"}};
  Proven<Resumption> result{Resumption::Destroyed};
  for (const Class &awaiter : awaiters) {
    const Proven<Resumption> one = resumptionBy(symbols, awaiter);
    if (!result.because || one.value < result.value)
      result = one;
  }
  return result;
}

} // namespace asynctidy::coro
