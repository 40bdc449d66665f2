// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Parameters.h"

#include "flow/Unit.h"

#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// What the call runs for certain: no override may come instead.
const FunctionDecl *certainCallee(const Expr *call) {
  const FunctionDecl *callee = nullptr;
  if (const auto *direct = dyn_cast_or_null<CallExpr>(call))
    callee = direct->getDirectCallee();
  else if (const auto *construct = dyn_cast_or_null<CXXConstructExpr>(call))
    callee = construct->getConstructor();
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
  bool mayBeOverridden = method && method->isVirtual() && !method->hasAttr<FinalAttr>();
  return mayBeOverridden ? nullptr : callee;
}

} // namespace

const Mentions &Parameters::mentionsIn(const Function &function) {
  std::unique_ptr<Mentions> &place = mentions_[&function];
  if (!place)
    place = std::make_unique<Mentions>(*function.body);
  return *place;
}

const ParmVarDecl *Parameters::receiver(const Mention &mention) {
  if (mention.how != How::Passed || mention.moved || mention.member)
    return nullptr;
  const Function *function = unit_.find(certainCallee(mention.call));
  // The initialisers of a constructor are no part of its body.
  if (!function || !function->body || function->mayLackUses ||
      isa<CXXConstructorDecl>(function->decl) || mention.argument >= function->decl->getNumParams())
    return nullptr;
  return function->decl->getParamDecl(mention.argument);
}

std::vector<const Mention *> Parameters::uses(const ParmVarDecl &parameter) {
  std::vector<const Mention *> result;
  const auto *owner = dyn_cast<FunctionDecl>(parameter.getDeclContext());
  const Function *function = unit_.find(owner);
  if (!function || !function->body)
    return result;
  for (const Mention &mention : mentionsIn(*function).all())
    if (mention.variable == &parameter)
      result.push_back(&mention);
  return result;
}

bool Parameters::onlyLooks(const Mention &mention,
                           llvm::function_ref<bool(const Mention &)> harmless) {
  llvm::SmallPtrSet<const ParmVarDecl *, 4> seen;
  llvm::SmallVector<const ParmVarDecl *, 4> open;
  auto follow = [&](const Mention &passed) {
    const ParmVarDecl *parameter = receiver(passed);
    if (parameter && seen.insert(parameter).second)
      open.push_back(parameter);
    return parameter != nullptr;
  };
  if (!follow(mention))
    return false;
  while (!open.empty())
    for (const Mention *use : uses(*open.pop_back_val()))
      if (!harmless(*use) && !follow(*use))
        return false;
  return true;
}

} // namespace asynctidy::flow
