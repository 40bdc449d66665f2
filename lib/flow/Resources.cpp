// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Resources.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Whether \p expr is, or is part of, an object that existed before: a variable, a member.
bool existedBefore(const Expr *expr) {
  expr = stripped(expr);
  while (const auto *member = dyn_cast<MemberExpr>(expr))
    expr = stripped(member->getBase());
  return isa<DeclRefExpr, CXXThisExpr>(expr);
}

/// Empty handles are no resources yet; a loop is one as soon as it is there. What is taken over
/// from elsewhere is not acquired here.
bool acquires(const VarDecl &variable, const model::Meaning &meaning) {
  const Expr *init = variable.getInit();
  if (!init || variable.getType()->isReferenceType() || isa<ParmVarDecl>(variable))
    return false;
  if (existedBefore(init))
    return false;
  if (const auto *call = dyn_cast<CallExpr>(init->IgnoreImplicit()); call && handsOn(*call))
    return false;
  const auto *construct = dyn_cast<CXXConstructExpr>(init->IgnoreImplicit());
  if (!construct || construct->getNumArgs() > 0)
    return true;
  return meaning.role == model::Role::EventLoop;
}

Effect effectOn(const Mention &mention, model::Knowledge &knowledge) {
  switch (mention.how) {
  case How::Tested:
  case How::Ignored:
  case How::Read:
    return Effect::None;
  case How::Assigned:
    return Effect::Renewed;
  case How::Method: {
    const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
    const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
    bool closes = !method || knowledge.function(*method).does == model::Does::Closes;
    return closes ? Effect::Discharged : Effect::None;
  }
  default:
    return Effect::Discharged;
  }
}

class Search {
public:
  Search(const Function &function, Unit &unit) : function_(function), unit_(unit) {}

  std::vector<Unclosed> run() {
    for (const VarDecl *variable : function_.variables) {
      if (const auto *decomposition = dyn_cast<DecompositionDecl>(variable)) {
        for (const BindingDecl *part : decomposition->bindings())
          consider(*part, *variable);
      } else {
        consider(*variable, *variable);
      }
    }
    return std::move(result_);
  }

private:
  void consider(const ValueDecl &resource, const VarDecl &declared) {
    const model::Meaning &meaning = unit_.knowledge().type(resource.getType());
    // A scope is joined, which is another question than closing.
    if (!meaning.mustClose || meaning.role == model::Role::Scope || !acquires(declared, meaning))
      return;
    Ways *ways = unit_.waysThrough(function_);
    if (!ways)
      return;
    Obligation obligation;
    obligation.variable = &resource;
    obligation.effect = [this](const Mention &mention) {
      return effectThroughCalls(mention, unit_, [this](const Mention &each) {
        return effectOn(each, unit_.knowledge());
      });
    };
    obligation.mayBeDue = [&](const Expr &condition, bool holds) {
      std::optional<Question> question = questionOf(condition);
      return !question || question->variable != &resource || question->method ||
             holds != question->negated;
    };
    obligation.throws = [](const Expr &) { return true; };
    std::vector<Breach> found = breaches(*ways, obligation);
    if (found.empty())
      return;
    // A way without an exception says more.
    auto best =
        llvm::find_if(found, [](const Breach &each) { return each.kind != Breach::Thrown; });
    result_.push_back(
        {&resource, declared.getLocation(), best == found.end() ? found.front() : *best});
  }

  const Function &function_;
  Unit &unit_;
  std::vector<Unclosed> result_;
};

} // namespace

std::vector<Unclosed> unclosedResources(const Function &function, Unit &unit) {
  return Search(function, unit).run();
}

} // namespace asynctidy::flow
