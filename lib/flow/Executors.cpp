// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Executors.h"

#include "flow/Callables.h"
#include "flow/Objects.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

/// By the type alone, through pointers to it.
model::Role runnerOf(QualType executor, model::Knowledge &knowledge) {
  const CXXRecordDecl *record = classMeant(executor);
  model::Role role =
      record ? knowledge.type(knowledge.context().getRecordType(record)).role : model::Role::None;
  bool runs = role == model::Role::ThreadPool || role == model::Role::Thread ||
              role == model::Role::EventLoop;
  return runs ? role : model::Role::None;
}

} // namespace

model::Role runnerOf(const Expr &executor, model::Knowledge &knowledge) {
  const Expr *inner = stripped(&executor);
  if (model::Role role = runnerOf(inner->getType(), knowledge); role != model::Role::None)
    return role;
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(inner))
    return runnerOf(*member->getImplicitObjectArgument(), knowledge);
  if (const auto *reference = dyn_cast<DeclRefExpr>(inner)) {
    const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    bool isKnown = variable && variable->getInit() && !isa<ParmVarDecl>(variable);
    return isKnown ? runnerOf(*variable->getInit(), knowledge) : model::Role::None;
  }
  auto ofArguments = [&](const auto *call) {
    for (const Expr *argument : call->arguments())
      if (model::Role role = runnerOf(*argument, knowledge); role != model::Role::None)
        return role;
    return model::Role::None;
  };
  if (const auto *call = dyn_cast<CallExpr>(inner)) // make_strand(pool)
    return ofArguments(call);
  if (const auto *construct = dyn_cast<CXXConstructExpr>(inner))
    return ofArguments(construct);
  return model::Role::None;
}

model::Role startsOn(const Function &function, model::Knowledge &knowledge) {
  llvm::ArrayRef<ParmVarDecl *> parameters = function.decl->parameters();
  for (; parameters.size() > 1; parameters = parameters.drop_front())
    if (knowledge.type(parameters[0]->getType()).role == model::Role::ExecutorTag)
      return runnerOf(parameters[1]->getType(), knowledge);
  return model::Role::None;
}

bool isElsewhere(model::Role runner) {
  return runner == model::Role::ThreadPool || runner == model::Role::Thread;
}

} // namespace asynctidy::flow
