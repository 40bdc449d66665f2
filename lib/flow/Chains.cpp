// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Chains.h"

#include "flow/Blocking.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

const FunctionDecl *key(const Function &function) { return function.decl->getCanonicalDecl(); }

/// The functions that \p function runs by handing them to what calls them at once.
void forEachInline(const Function &function,
                   llvm::function_ref<void(const Expr &site, const FunctionDecl *target)> visit) {
  for (const HandOver &handOver : function.handOvers)
    if (handOver.runs == model::Runs::Inline && handOver.call)
      for (const FunctionDecl *target : handOver.targets)
        visit(*handOver.call, target);
}

} // namespace

const Function *Chains::followed(const Function &function, const Expr &site,
                                 const FunctionDecl *callee) {
  const Function *found = unit_.find(callee);
  return found && question_.runs(function, site, *found) ? found : nullptr;
}

void Chains::walk(const Function &function, llvm::function_ref<void(const Step &)> visit,
                  llvm::function_ref<llvm::ArrayRef<Step>(const Function &)> known) {
  auto through = [&](const Expr &site, const FunctionDecl *target) {
    const Function *callee = followed(function, site, target);
    if (!callee)
      return;
    for (const Step &inner : known(*callee))
      if (std::optional<ChainKey> here = question_.through(function, site, *callee, inner.key))
        visit({*here, &site, target, inner.facts, inner.key});
  };
  for (const Call &call : llvm::concat<const Call>(function.calls, function.indirectCalls)) {
    if (std::optional<ChainKey> direct = question_.direct(function, call))
      visit({*direct, call.expr, call.callee, call.facts, std::nullopt});
    else if (!isOpenCall(call))
      through(*call.expr, call.callee);
  }
  forEachInline(function, through);
}

/// \p function and what it leads to, as far as that is not solved.
void Chains::collect(const Function &function, std::vector<const Function *> &open) {
  if (!solved_.try_emplace(key(function)).second)
    return;
  open.push_back(&function);
  auto follow = [&](const Expr &site, const FunctionDecl *target) {
    if (const Function *callee = followed(function, site, target))
      collect(*callee, open);
  };
  for (const Call &call : llvm::concat<const Call>(function.calls, function.indirectCalls))
    if (!isOpenCall(call))
      follow(*call.expr, call.callee);
  forEachInline(function, follow);
}

llvm::ArrayRef<Step> Chains::steps(const FunctionDecl *declaration) {
  const Function *function = unit_.find(declaration);
  if (!function)
    return {};
  std::vector<const Function *> open;
  collect(*function, open);
  // Steps are only ever added, each for a callee's step that was there before: the rounds end, and
  // so does every chain. Callees were collected after their callers.
  for (bool changed = !open.empty(); changed;) {
    changed = false;
    for (const Function *each : llvm::reverse(open)) {
      std::vector<Step> found = solved_.lookup(key(*each));
      std::size_t before = found.size();
      auto add = [&](const Step &step) {
        if (llvm::none_of(found, [&](const Step &old) { return old.key == step.key; }))
          found.push_back(step);
      };
      walk(*each, add, [&](const Function &callee) -> llvm::ArrayRef<Step> {
        return solved_.find(key(callee))->second;
      });
      changed |= found.size() != before;
      solved_[key(*each)] = std::move(found);
    }
  }
  return solved_.find(key(*function))->second;
}

void Chains::each(const Function &function, llvm::function_ref<void(const Step &)> visit) {
  walk(function, visit, [&](const Function &callee) { return steps(callee.decl); });
}

std::vector<Step> Chains::chain(const Step &first) {
  std::vector<Step> result{first};
  while (result.back().inner) {
    llvm::ArrayRef<Step> next = steps(result.back().callee);
    const auto *step =
        llvm::find_if(next, [&](const Step &each) { return each.key == *result.back().inner; });
    if (step == next.end())
      break;
    result.push_back(*step);
  }
  return result;
}

} // namespace asynctidy::flow
