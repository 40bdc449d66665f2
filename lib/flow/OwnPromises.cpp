// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/OwnPromises.h"

#include "flow/Completion.h"
#include "flow/Settled.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

bool isOnly(const VarDecl &variable, const Function &function, Unit &unit,
            llvm::function_ref<bool(const Mention &)> matches) {
  if (function.mayLackUses || !variable.hasLocalStorage() || isa<ParmVarDecl>(variable) ||
      variable.getType()->isReferenceType())
    return false;
  Ways *ways = unit.waysThrough(function);
  return ways && llvm::all_of(ways->graph().mentions().all(), [&](const Mention &mention) {
           return mention.variable != &variable || matches(mention);
         });
}

bool looks(const Mention &mention) {
  return mention.how == How::Tested || mention.how == How::Ignored ||
         (mention.how == How::Read && !mention.member);
}

} // namespace

bool isOfOwnPromise(const Value &value, const Function &function, Unit &unit) {
  const Expr *object = isa<CXXMemberCallExpr>(value.expr)
                           ? cast<CXXMemberCallExpr>(value.expr)->getImplicitObjectArgument()
                           : nullptr;
  const auto *promise = dyn_cast_or_null<VarDecl>(named(object));
  model::Knowledge &knowledge = unit.knowledge();
  return promise && knowledge.type(promise->getType()).role == model::Role::Promise &&
         isOnly(*promise, function, unit, [&](const Mention &mention) {
           return looks(mention) || mention.how == How::Method;
         });
}

bool isWaitedForByNobody(const Mention &getter, const Function &function, Unit &unit) {
  auto made =
      llvm::find_if(function.values, [&](const Value &value) { return value.expr == getter.call; });
  return made != function.values.end() && made->holder &&
         isOnly(*made->holder, function, unit, [&](const Mention &mention) {
           const CXXMethodDecl *method = methodOf(mention);
           return looks(mention) || mention.how == How::Assigned ||
                  (mention.how == How::Method && method && isQuestion(*method, unit.knowledge()));
         });
}

} // namespace asynctidy::flow
