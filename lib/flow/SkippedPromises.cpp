// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/SkippedPromises.h"

#include "flow/Callables.h"
#include "flow/Statements.h"
#include "flow/Unit.h"

#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

bool completes(const Call &call) { return call.facts->does == model::Does::Completes; }

class Search {
public:
  explicit Search(Unit &unit) : unit_(unit), knowledge_(unit.knowledge()) {
    for (const Function &function : unit.functions())
      for (const HandOver &handOver : function.handOvers)
        if (handOver.skipped)
          for (const FunctionDecl *target : handOver.targets)
            skipped_.insert(target->getCanonicalDecl());
  }

  std::vector<SkippedPromise> run(const Function &function) {
    std::vector<SkippedPromise> result;
    for (const HandOver &handOver : function.handOvers) {
      bool maySkip = handOver.skipped && handOver.call && mayFail(*handOver.call);
      const auto *lambda = maySkip ? dyn_cast<LambdaExpr>(handOver.callable) : nullptr;
      const Function *body = lambda ? unit_.find(handOver.target()) : nullptr;
      if (!body)
        continue;
      if (const ValueDecl *promise = completedBy(*body, *lambda))
        result.push_back({lambda, handOver.receiver, promise});
    }
    return result;
  }

private:
  bool isPromise(const ValueDecl &declaration) {
    return knowledge_.type(declaration.getType()).role == model::Role::Promise;
  }

  /// sleep(1s).then(...): what only sleeps, and what is done already, has no error.
  bool mayFail(const Expr &continued) {
    const auto *method = dyn_cast<CXXMemberCallExpr>(&continued);
    const auto *before =
        method ? dyn_cast_or_null<CallExpr>(stripped(method->getImplicitObjectArgument()))
               : nullptr;
    const FunctionDecl *callee = before ? before->getDirectCallee() : nullptr;
    return !callee || (!knowledge_.function(*callee).needsNobody() &&
                       !knowledge_.replaces(*callee, model::Blocking::Sleep));
  }

  const ValueDecl *completedBy(const Function &body, const LambdaExpr &lambda) {
    for (const Call &call : body.calls) {
      if (!completes(call) || !call.object || !isPromise(*call.object))
        continue;
      const auto *variable = dyn_cast<VarDecl>(call.object);
      if (variable && variable->isInitCapture() && !variable->getType()->isReferenceType())
        return variable;
      const auto *field = dyn_cast<FieldDecl>(call.object);
      if (field && !field->getType()->isReferenceType() && isCompletedHereOnly(*field))
        return field;
    }
    return nullptr;
  }

  /// Whether continuations that may be skipped are all that completes \p field.
  bool isCompletedHereOnly(const FieldDecl &field) {
    const SourceManager &sources = unit_.context().getSourceManager();
    if (!sources.isInMainFile(sources.getExpansionLoc(field.getLocation())))
      return false;
    for (const Function &function : unit_.functions()) {
      unsigned calls = 0;
      for (const Call &call : function.calls)
        if (call.object == &field) {
          ++calls;
          if (completes(call) && !skipped_.contains(function.decl->getCanonicalDecl()))
            return false;
        }
      // Whoever does anything else with it may hand it to somebody who completes it.
      if (namings(function.body, field) != calls)
        return false;
    }
    return true;
  }

  Unit &unit_;
  model::Knowledge &knowledge_;
  llvm::SmallPtrSet<const FunctionDecl *, 8> skipped_;
};

} // namespace

std::vector<SkippedPromise> skippedPromises(const Function &function, Unit &unit) {
  if (llvm::none_of(function.handOvers, [](const HandOver &each) { return each.skipped; }))
    return {};
  return Search(unit).run(function);
}

} // namespace asynctidy::flow
