// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Resources.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Closing.h"
#include "flow/Generators.h"
#include "flow/Statements.h"
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

/// Whether \p node has an object of class \p type in it that keeps being one: file(layer(other)) is
/// a layer on other, and has nothing of its own to close.
bool isLayerOn(const Stmt *node, QualType type) {
  if (const auto *call = dyn_cast_or_null<CallExpr>(node); call && passesThrough(*call))
    return false;
  if (const auto *name = dyn_cast_or_null<DeclRefExpr>(node))
    return isa<VarDecl>(name->getDecl()) &&
           name->getType()->getAsCXXRecordDecl() == type->getAsCXXRecordDecl();
  auto isLayer = [&](const Stmt *child) { return isLayerOn(child, type); };
  // What is asked of another one is not given on.
  if (const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(node))
    return llvm::any_of(call->arguments(), isLayer);
  return node && !isa<LambdaExpr>(node) && llvm::any_of(node->children(), isLayer);
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
    return !isa<CXXConstructExpr, CXXFunctionalCastExpr>(init->IgnoreImplicit()) ||
           !isLayerOn(init, variable.getType());
  return meaning.role == model::Role::EventLoop;
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
      if (!acquires(*variable, unit_.knowledge().type(variable->getType()))) {
        considerOpening(*variable, function);
        continue;
      }
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

  /// Nothing to close yet: sharded<Service> services; co_await services.start();
  void considerOpening(const VarDecl &variable, const Function &function) {
    if (variable.getType()->isReferenceType() ||
        !unit_.knowledge().type(variable.getType()).mustClose)
      return;
    for (const Call &call : function.calls)
      if (call.object == &variable && call.facts->does == model::Does::Opens) {
        opened_[&variable] = call.expr;
        return consider(variable, call.expr->getBeginLoc(), function);
      }
  }

  /// There is nothing to close before the call \p opened, nor if that fails.
  static void begin(Obligation &obligation, const Expr &opened) {
    obligation.dormant = true;
    obligation.effect = [direct = obligation.effect, &opened](const Mention &mention) {
      return mention.call == &opened ? Effect::Begins : direct(mention);
    };
    obligation.throws = [direct = obligation.throws, &opened](const Expr &await) {
      const Expr *operand = coro::writtenOperand(await);
      return (!operand || stripped(operand) != &opened) && direct(await);
    };
  }

  void follow(const ValueDecl &resource, SourceLocation acquired, const Function &function,
              const Expr *closedAt) {
    Ways *ways = unit_.waysThrough(function);
    if (!ways)
      return;
    std::optional<Answers> answers;
    if (!closedAt && beginsWithFirstItem(resource.getType(), unit_.knowledge()))
      answers.emplace(resource, *function.body, unit_.knowledge());
    Obligation obligation =
        obligationOf(resource, closedAt != nullptr, answers ? &*answers : nullptr);
    if (const Expr *opened = opened_.lookup(&resource))
      begin(obligation, *opened);
    llvm::SmallPtrSet<const Expr *, 2> limited;
    for (const Expr *operand : function.suspensions)
      limited.insert(limitedClosing(*operand, resource, unit_.knowledge()));
    limited.erase(nullptr);
    if (!limited.empty())
      limit(obligation, limited);
    std::vector<Breach> found = breaches(*ways, obligation);
    if (found.empty())
      return;
    // A way without an exception says more.
    auto best =
        llvm::find_if(found, [](const Breach &each) { return each.kind != Breach::Thrown; });
    Unclosed unclosed{&resource,
                      acquired,
                      best == found.end() ? found.front() : *best,
                      answers ? beginningOf(resource, *ways) : nullptr,
                      closedAt,
                      std::nullopt};
    if (!closedAt && llvm::all_of(found, [](const Breach &each) {
          return each.kind == Breach::AtEnd && each.path.empty();
        }))
      unclosed.remedy = remedyFor(resource, function, unit_.knowledge());
    result_.push_back(std::move(unclosed));
  }

  const Expr *beginningOf(const ValueDecl &generator, const Ways &ways) {
    for (const Mention &mention : ways.graph().mentions().all())
      if (mention.variable == &generator && asksForItem(mention, unit_.knowledge()))
        return mention.call;
    return nullptr;
  }

  /// \p answers are those of a generator.
  Obligation obligationOf(const ValueDecl &resource, bool inferred, const Answers *answers) {
    Obligation result;
    result.variable = &resource;
    result.given = isa<ParmVarDecl>(resource);
    result.dormant = answers != nullptr;
    result.effect = [this, inferred](const Mention &mention) {
      return effectThroughCalls(mention, unit_,
                                [&](const Mention &each) { return effectOn(each, inferred); });
    };
    result.mayBeDue = [&resource, inferred, answers](const Expr &condition, bool holds) {
      if (answers && !answers->mayHaveMore(condition, holds))
        return false;
      std::optional<Question> question = questionOf(condition);
      bool isAsked = question && question->variable == &resource;
      // What a method tells of a class nobody knows may be that there is nothing to close.
      if (inferred && (isAsked ? question->method != nullptr : namings(&condition, resource)) &&
          !resource.getType()->isPointerType())
        return false;
      return !isAsked || question->method || holds != question->negated;
    };
    if (!inferred)
      result.throws = [answers](const Expr &await) { return !answers || !answers->asks(await); };
    return result;
  }

  /// The calls \p limited close only if the co_await around them ends without an exception.
  void limit(Obligation &obligation, const llvm::SmallPtrSetImpl<const Expr *> &limited) {
    obligation.effect = [direct = obligation.effect, &limited](const Mention &mention) {
      return limited.contains(mention.call) ? Effect::None : direct(mention);
    };
    obligation.meets = [this, &limited, &resource = *obligation.variable](const Expr &await) {
      const Expr *operand = coro::writtenOperand(await);
      return operand && limited.contains(limitedClosing(*operand, resource, unit_.knowledge()));
    };
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
      if (asksForItem(mention, unit_.knowledge()))
        return Effect::Begins;
      return !method || closes(*method, unit_.knowledge(), inferred) ? Effect::Discharged
                                                                     : Effect::None;
    }
    default:
      return Effect::Discharged;
    }
  }

  Unit &unit_;
  std::vector<Unclosed> &result_;
  llvm::SmallPtrSet<const ParmVarDecl *, 4> given_;
  /// The calls from which on there is something to close.
  llvm::DenseMap<const ValueDecl *, const Expr *> opened_;
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
