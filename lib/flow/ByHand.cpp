// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ByHand.h"

#include "flow/Mentions.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

bool isCandidate(const Function &function) {
  const auto *method = dyn_cast<CXXMethodDecl>(function.decl);
  return function.isCoroutine && method && method->getParent()->isLambda() &&
         llvm::any_of(function.calls,
                      [](const Call &call) { return call.facts->blocks || call.facts->waits; });
}

bool resumes(const CXXMethodDecl &method) {
  if (method.getIdentifier() && method.getName() == "resume")
    return true;
  const CXXRecordDecl *result = method.getReturnType()->getAsCXXRecordDecl();
  return result && result->isInStdNamespace() && result->getName() == "coroutine_handle";
}

/// Whether \p function resumes what is in \p holder, and does nothing else with it but ask.
bool isResumed(const VarDecl &holder, const Mentions &mentions) {
  bool resumed = false;
  for (const Mention &mention : mentions.all()) {
    if (mention.variable != &holder)
      continue;
    const CXXMethodDecl *method = methodOf(mention);
    const bool looks = mention.how == How::Tested || mention.how == How::Ignored;
    if (!looks && !(mention.how == How::Method && method))
      return false;
    resumed |= method && resumes(*method);
  }
  return resumed;
}

} // namespace

llvm::DenseSet<const FunctionDecl *> resumedByHand(llvm::ArrayRef<Function> functions) {
  llvm::DenseSet<const FunctionDecl *> result;
  for (const Function &function : functions)
    if (isCandidate(function))
      result.insert(function.decl);
  if (result.empty())
    return result;
  llvm::DenseSet<const FunctionDecl *> called;
  for (const Function &function : functions) {
    std::optional<Mentions> mentions;
    for (const Value &value : function.values) {
      if (!value.callee || !result.contains(value.callee))
        continue;
      called.insert(value.callee);
      if (!mentions)
        mentions.emplace(*function.body);
      if (!value.holder || !isResumed(*value.holder, *mentions))
        result.erase(value.callee);
    }
  }
  llvm::DenseSet<const FunctionDecl *> kept;
  for (const FunctionDecl *each : result)
    if (called.contains(each))
      kept.insert(each->getCanonicalDecl());
  return kept;
}

} // namespace asynctidy::flow
