// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Timeouts.h"

#include "flow/Callables.h"
#include "flow/Suspending.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Follows a scope that ends with its variable: nothing but suspensions give it a meaning.
class ScopeMachine : public Machine {
public:
  explicit ScopeMachine(const VarDecl &scope) : scope_(scope) {}

  bool used() const { return used_; }

  Next on(unsigned state, const Event &event) override {
    if (event.kind == Event::Declared && event.variable == &scope_)
      return Next::go(1);
    if (state == 0)
      return Next::go(state);
    if (event.kind == Event::Destroyed && event.variable == &scope_)
      return Next::go(0);
    bool handedOn = event.kind == Event::Mentioned && event.variable == &scope_ &&
                    event.mention->how != How::Method && event.mention->how != How::Ignored;
    used_ |= handedOn || event.kind == Event::Suspended;
    return Next::go(state);
  }

private:
  const VarDecl &scope_;
  bool used_ = false;
};

class Search {
public:
  Search(const Function &function, Unit &unit) : function_(function), unit_(unit) {}

  std::vector<UselessTimeout> run() {
    if (function_.mayLackUses)
      return {};
    for (const HandOver &handOver : function_.handOvers)
      if (handOver.call && handOver.returned == model::Returned::Awaited &&
          hasTimeout(*handOver.call))
        consider(handOver.call->getBeginLoc(), handOver.target());
    for (const Call &call : function_.calls)
      if (call.facts->bounds)
        if (const Expr *bounded = call.argument(*call.facts->bounds))
          consider(call.expr->getBeginLoc(), madeBy(*bounded));
    if (function_.isCoroutine)
      for (const VarDecl *variable : function_.variables)
        if (isScope(*variable))
          considerScope(*variable);
    return std::move(result_);
  }

private:
  bool isTimeout(QualType type) {
    return unit_.knowledge().type(type).role == model::Role::Timeout;
  }

  bool hasTimeout(const Expr &expr) {
    const auto *call = dyn_cast<CallExpr>(&expr);
    return call && llvm::any_of(call->arguments(), [this](const Expr *argument) {
             return isTimeout(argument->getType());
           });
  }

  /// The coroutine function or callable whose coroutine is awaited.
  static const FunctionDecl *madeBy(const Expr &bounded) {
    if (const auto *call = dyn_cast<CallExpr>(stripped(&bounded)))
      if (!isa<CXXOperatorCallExpr>(call) ||
          cast<CXXOperatorCallExpr>(call)->getOperator() == OO_Call)
        return call->getDirectCallee();
    return callableTarget(&bounded);
  }

  void consider(SourceLocation place, const FunctionDecl *body) {
    if (body && flow::neverSuspends(body, unit_))
      result_.push_back({place, body, nullptr});
  }

  /// A class that ends the time in its destructor.
  bool isScope(const VarDecl &variable) {
    if (variable.getType()->isReferenceType() || !isTimeout(variable.getType()))
      return false;
    const CXXRecordDecl *record = model::recordOf(variable.getType());
    const CXXRecordDecl *definition = record ? model::definitionOf(*record) : nullptr;
    return definition && definition->hasUserDeclaredDestructor();
  }

  void considerScope(const VarDecl &scope) {
    Ways *ways = unit_.waysThrough(function_);
    if (!ways)
      return;
    ScopeMachine machine(scope);
    if (ways->runFrom(scope, machine, [](const Report &) {}) && !machine.used())
      result_.push_back({scope.getLocation(), nullptr, &scope});
  }

  const Function &function_;
  Unit &unit_;
  std::vector<UselessTimeout> result_;
};

} // namespace

std::vector<UselessTimeout> uselessTimeouts(const Function &function, Unit &unit) {
  return Search(function, unit).run();
}

} // namespace asynctidy::flow
