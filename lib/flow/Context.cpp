// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Context.h"

#include "flow/Callables.h"

using namespace clang;

namespace asynctidy::flow {

bool isAsynchronousCoroutine(const Function &function, model::Knowledge &knowledge) {
  if (!function.isCoroutine)
    return false;
  const model::Meaning &meaning = knowledge.type(function.decl->getReturnType());
  return meaning.role != model::Role::Value;
}

bool runsElsewhere(const Expr &executor, model::Knowledge &knowledge) {
  const Expr *inner = stripped(&executor);
  switch (knowledge.type(inner->getType()).role) {
  case model::Role::ThreadPool:
  case model::Role::Thread:
    return true;
  case model::Role::EventLoop:
    return false;
  default:
    break;
  }
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(inner))
    return runsElsewhere(*member->getImplicitObjectArgument(), knowledge);
  if (const auto *reference = dyn_cast<DeclRefExpr>(inner)) {
    const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    return variable && variable->getInit() && !isa<ParmVarDecl>(variable) &&
           runsElsewhere(*variable->getInit(), knowledge);
  }
  auto anyArgument = [&](const auto *call) {
    return llvm::any_of(call->arguments(),
                        [&](const Expr *argument) { return runsElsewhere(*argument, knowledge); });
  };
  if (const auto *call = dyn_cast<CallExpr>(inner)) // make_strand(pool)
    return anyArgument(call);
  if (const auto *construct = dyn_cast<CXXConstructExpr>(inner))
    return anyArgument(construct);
  return false;
}

Context Contexts::of(const Function &function) const {
  return contexts_.lookup(function.decl->getCanonicalDecl());
}

void Contexts::compute(llvm::ArrayRef<Function> functions, model::Knowledge &knowledge) {
  for (const Function &function : functions)
    if (isAsynchronousCoroutine(function, knowledge))
      contexts_[function.decl->getCanonicalDecl()] = Context::OnLoop;

  for (const Function &function : functions)
    for (const HandOver &handOver : function.handOvers) {
      if (!handOver.target)
        continue;
      Context &context = contexts_[handOver.target->getCanonicalDecl()];
      if (handOver.runs == model::Runs::OffLoop)
        context = Context::OffLoop;
      else if (handOver.runs == model::Runs::OnLoop && context == Context::Unknown)
        context = Context::OnLoop;
    }

  // A callable that runs inline shares the context of the function it is written in. The lambdas
  // follow their enclosing functions in collection order, so one pass reaches nested ones.
  for (const Function &function : functions)
    for (const HandOver &handOver : function.handOvers)
      if (handOver.target && handOver.runs == model::Runs::Inline) {
        Context outer = of(function);
        Context &inner = contexts_[handOver.target->getCanonicalDecl()];
        if (inner == Context::Unknown)
          inner = outer;
      }
}

} // namespace asynctidy::flow
