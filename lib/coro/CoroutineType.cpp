// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/CoroutineType.h"

#include "coro/PromiseFacts.h"

#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// The operand of the return statements in \p node; null without any, or with several.
const Expr *onlyReturned(const Stmt *node) {
  if (!node)
    return nullptr;
  if (const auto *result = dyn_cast<ReturnStmt>(node))
    return result->getRetValue();
  const Expr *found = nullptr;
  for (const Stmt *child : node->children())
    if (const Expr *value = onlyReturned(child)) {
      if (found)
        return nullptr;
      found = value;
    }
  return found;
}

/// Whether this yield_value() hands out no value but ends the coroutine: it waits for what
/// final_suspend() returns, perhaps in another promise that it passes the value on to.
bool endsCoroutine(const Symbols &symbols, const Member &yield, int depth = 0) {
  const Body body = symbols.body(yield);
  const Expr *returned = onlyReturned(body.statement);
  const std::optional<Call> call =
      returned ? symbols.call(*returned->IgnoreImplicit(), body.scope) : std::nullopt;
  if (!call || depth > 4)
    return false;
  return call->name == "final_suspend" || (call->name == "yield_value" && !call->callees.empty() &&
                                           llvm::all_of(call->callees, [&](const Member &inner) {
                                             return endsCoroutine(symbols, inner, depth + 1);
                                           }));
}

bool isGenerator(const Symbols &symbols, const Class &promise) {
  return llvm::any_of(symbols.functions(promise, "yield_value"),
                      [&](const Member &yield) { return !endsCoroutine(symbols, yield); });
}

/// Whether going through the generator's values is awaited: it hands out awaitables itself.
bool isAwaitedGenerator(const Symbols &symbols, const Class &object) {
  return llvm::any_of(object.decl->methods(), [&](const CXXMethodDecl *method) {
    if (method->getAccess() != AS_public || isa<CXXConstructorDecl, CXXDestructorDecl>(method) ||
        method->getOverloadedOperator() == OO_Equal)
      return false;
    const TypeRef returned = symbols.returned({method, object});
    const Class made = symbols.classOf(returned);
    return made && made.decl != object.decl && awaitable(symbols, returned).possible;
  });
}

/// Without a handle in the object, work that nobody resumes is over when the call returns, unless
/// it starts somewhere else. Early-return types are told without knowing how they start.
bool neverWaits(Start start, llvm::function_ref<Resumption()> resumption) {
  if (start == Start::Lazy)
    return false;
  const Resumption found = resumption();
  return found == Resumption::Destroyed || (found == Resumption::Never && start == Start::Eager);
}

} // namespace

std::optional<CoroutineType> coroutineType(QualType written, const ASTContext &context) {
  if (written.isNull())
    return std::nullopt;
  const Symbols symbols(context);
  const TypeRef type{written.getNonReferenceType().getUnqualifiedType(), nullptr};
  const Class object = symbols.classOf(type);
  if (!object)
    return std::nullopt;
  const Class promise = promiseClass(symbols, type);
  if (!promise)
    return std::nullopt;

  CoroutineType facts;
  const CXXRecordDecl *named = type.type->getAsCXXRecordDecl();
  facts.record = named ? named : object.decl;
  facts.promise = promise.decl;
  facts.start = startOf(symbols, promise, object);
  facts.errors = errorsOf(symbols, promise);
  facts.generator = isGenerator(symbols, promise);
  const Ownership ownership = ownershipOf(symbols, object, promise, facts.start);
  facts.drop = ownership.drop;

  const Awaitable own = awaitable(symbols, type);
  const Transforms taken = transforms(symbols, promise, type);
  // A transform that takes everything says nothing about objects that keep nothing to wait for.
  const bool decorated = taken.generic && (ownership.handle || ownership.pointer);
  facts.awaitable = own.possible || taken.takes || (decorated && !facts.generator);
  facts.singleUse = own.singleUse || (!own.possible && taken.singleUse) ||
                    (own.possible && taken.takes && taken.singleUse);
  facts.asyncGenerator = facts.generator && (own.possible || isAwaitedGenerator(symbols, object));
  facts.synchronous = !facts.generator && !ownership.handle && neverWaits(facts.start, [&] {
    return resumption(symbols, object, promise, type);
  });
  if (facts.synchronous)
    facts.drop = Drop::Unknown; // no work is left that anything could happen to
  return facts;
}

} // namespace asynctidy::coro
