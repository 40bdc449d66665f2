// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Resources.h"

#include "flow/Callables.h"
#include "flow/Closing.h"
#include "flow/Unit.h"

#include <llvm/ADT/SmallPtrSet.h>

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

/// Whether \p node, or anything in it, is one of \p Nodes; nested functions apart.
template <class... Nodes> bool contains(const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return false;
  return isa<Nodes...>(node) || llvm::any_of(node->children(), contains<Nodes...>);
}

bool names(const Stmt *node, const ValueDecl &variable) {
  if (!node)
    return false;
  const auto *reference = dyn_cast<DeclRefExpr>(node);
  return (reference && reference->getDecl() == &variable) ||
         llvm::any_of(node->children(), [&](const Stmt *child) { return names(child, variable); });
}

class Search {
public:
  Search(Unit &unit, std::vector<Unclosed> &result) : unit_(unit), result_(result) {
    for (const Function &function : unit.functions())
      for (const HandOver &handOver : function.handOvers)
        for (unsigned index : handOver.gives)
          for (const FunctionDecl *target : handOver.targets)
            give(target, index);
  }

  void look(const Function &function) {
    for (const VarDecl *variable : function.variables) {
      if (!acquires(*variable, unit_.knowledge().type(variable->getType())))
        continue;
      if (const auto *decomposition = dyn_cast<DecompositionDecl>(variable)) {
        for (const BindingDecl *part : decomposition->bindings())
          consider(*part, variable->getLocation(), function);
      } else {
        consider(*variable, variable->getLocation(), function);
      }
    }
    if (function.body)
      for (const ParmVarDecl *parameter : function.decl->parameters())
        if (!parameter->getType()->isReferenceType() && isOwn(*parameter, function))
          consider(*parameter, parameter->getLocation(), function);
    for (const Closing &closing : closedAtTheEnd(function, unit_.knowledge()))
      follow(*closing.object, closing.object->getLocation(), function, closing.expr);
  }

private:
  /// \p function has got its parameter for good; so has the function that it only hands it on to.
  void give(const FunctionDecl *target, unsigned index) {
    const ParmVarDecl *before = nullptr;
    while (const Function *function = unit_.find(target)) {
      if (index >= function->decl->getNumParams())
        return;
      const ParmVarDecl *parameter = function->decl->getParamDecl(index);
      if (parameter->getType()->isReferenceType() || !given_.insert(parameter).second)
        return;
      given_.erase(before);
      before = parameter;
      std::vector<const Mention *> uses = unit_.parameters().uses(*parameter);
      const auto *call = uses.size() == 1 && uses.front()->how == How::Passed
                             ? dyn_cast_or_null<CallExpr>(uses.front()->call)
                             : nullptr;
      target = call ? call->getDirectCallee() : nullptr;
      index = call ? uses.front()->argument : 0;
    }
  }

  /// Initialisers of members, which a constructor's body does not show, take parameters over.
  bool isOwn(const ParmVarDecl &parameter, const Function &function) const {
    return given_.contains(&parameter) ||
           (isTakenOver(parameter.getType()) && !isa<CXXConstructorDecl>(function.decl));
  }

  void consider(const ValueDecl &resource, SourceLocation acquired, const Function &function) {
    const model::Meaning &meaning = unit_.knowledge().type(resource.getType());
    // A scope is joined, which is another question than closing.
    if (meaning.mustClose && meaning.role != model::Role::Scope)
      follow(resource, acquired, function, nullptr);
  }

  void follow(const ValueDecl &resource, SourceLocation acquired, const Function &function,
              const Expr *closedAt) {
    Ways *ways = unit_.waysThrough(function);
    if (!ways)
      return;
    std::vector<Breach> found = breaches(*ways, obligation(resource, closedAt != nullptr));
    if (found.empty())
      return;
    // A way without an exception says more.
    auto best =
        llvm::find_if(found, [](const Breach &each) { return each.kind != Breach::Thrown; });
    Unclosed unclosed{&resource, acquired, best == found.end() ? found.front() : *best, closedAt,
                      std::nullopt};
    if (!closedAt && llvm::all_of(found, [](const Breach &each) {
          return each.kind == Breach::AtEnd && each.path.empty();
        }))
      unclosed.remedy = remedy(resource, function);
    result_.push_back(std::move(unclosed));
  }

  Obligation obligation(const ValueDecl &resource, bool inferred) {
    Obligation result;
    result.variable = &resource;
    result.given = isa<ParmVarDecl>(resource);
    result.effect = [this, inferred](const Mention &mention) {
      return effectThroughCalls(mention, unit_,
                                [&](const Mention &each) { return effectOn(each, inferred); });
    };
    result.mayBeDue = [&resource, inferred](const Expr &condition, bool holds) {
      std::optional<Question> question = questionOf(condition);
      bool isAsked = question && question->variable == &resource;
      // What a method tells of a class nobody knows may be that there is nothing to close.
      if (inferred && (isAsked ? question->method != nullptr : names(&condition, resource)) &&
          !resource.getType()->isPointerType())
        return false;
      return !isAsked || question->method || holds != question->negated;
    };
    if (!inferred)
      result.throws = [](const Expr &) { return true; };
    return result;
  }

  Effect effectOn(const Mention &mention, bool inferred) {
    switch (mention.how) {
    case How::Tested:
    case How::Ignored:
    case How::Read:
      return Effect::None;
    case How::Assigned:
      return inferred ? Effect::Discharged : Effect::Renewed;
    case How::Method: {
      const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
      const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
      return !method || closes(*method, unit_.knowledge(), inferred) ? Effect::Discharged
                                                                     : Effect::None;
    }
    default:
      return Effect::Discharged;
    }
  }

  /// Only where the block has one way out: its end.
  std::optional<Remedy> remedy(const ValueDecl &resource, const Function &function) {
    const CompoundStmt *block = blockOf(resource, *function.body);
    const CXXMethodDecl *close = closingMethod(resource.getType(), unit_.knowledge());
    if (!block || !close || block->body_empty() || block->getLBracLoc().isMacroID() ||
        (!close->getReturnType()->isVoidType() && !function.isCoroutine))
      return std::nullopt;
    const Stmt *last = block->body_back();
    bool returns = isa<ReturnStmt, CoreturnStmt>(last);
    for (const Stmt *each : block->body())
      if (contains<ReturnStmt, CoreturnStmt, BreakStmt, ContinueStmt, GotoStmt, CXXTryStmt>(each) &&
          !(each == last && returns))
        return std::nullopt;
    if (returns && names(last, resource))
      return std::nullopt;
    return Remedy{close, returns ? last : nullptr, block};
  }

  Unit &unit_;
  std::vector<Unclosed> &result_;
  llvm::SmallPtrSet<const ParmVarDecl *, 4> given_;
};

} // namespace

std::vector<Unclosed> unclosedResources(Unit &unit) {
  std::vector<Unclosed> result;
  Search search(unit, result);
  for (const Function &function : unit.functions())
    search.look(function);
  return result;
}

} // namespace asynctidy::flow
