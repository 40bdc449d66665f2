// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/CallFacts.h"

#include "flow/Callables.h"
#include "flow/Context.h"
#include "flow/Executors.h"
#include "flow/Objects.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

const ValueDecl *objectOf(const Expr &call) {
  const auto *method = dyn_cast<CXXMemberCallExpr>(&call);
  const Expr *inner = method ? stripped(method->getImplicitObjectArgument()) : nullptr;
  // Smart pointers and optionals stand for what they hold: task->done() asks about task.
  if (const auto *arrow = dyn_cast_or_null<CXXOperatorCallExpr>(inner);
      arrow && (arrow->getOperator() == OO_Arrow || arrow->getOperator() == OO_Star))
    inner = stripped(arrow->getArg(0));
  if (const auto *unary = dyn_cast_or_null<UnaryOperator>(inner);
      unary && unary->getOpcode() == UO_Deref)
    inner = stripped(unary->getSubExpr());
  if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(inner))
    return reference->getDecl();
  if (const auto *member = dyn_cast_or_null<MemberExpr>(inner))
    return member->getMemberDecl();
  return nullptr;
}

/// The argument or object that decides where the callables of \p role run; null for none.
const Expr *executorOf(const Call &call, const model::Callable &role) {
  if (role.executor >= 0)
    return call.argument(role.executor);
  const auto *member = role.executor == -1 ? nullptr : dyn_cast<CXXMemberCallExpr>(call.expr);
  return member ? member->getImplicitObjectArgument() : nullptr;
}

bool isDefaulted(const FunctionDecl &function, int parameter) {
  return parameter >= 0 && static_cast<unsigned>(parameter) < function.getNumParams() &&
         function.getParamDecl(parameter)->hasDefaultArg();
}

} // namespace

void CallFacts::add(const Expr &node, const FunctionDecl &callee, CallPlace place) {
  Call call;
  call.expr = &node;
  call.callee = &callee;
  call.facts = &knowledge_.call(node);
  finish(call, place);
  hopped_ |= call.hops;
  function_.calls.push_back(call);
}

const FunctionDecl *CallFacts::addIndirect(const CallExpr &node, CallPlace place) {
  const Expr *callable = calledThrough(node);
  if (!callable)
    return nullptr;
  bool hops = false;
  const Targets::Functions targets = targets_.of(*callable);
  for (const FunctionDecl *target : targets) {
    Call call;
    call.expr = &node;
    call.callee = target;
    call.facts = &knowledge_.function(*target);
    call.indirect = true;
    finish(call, place);
    hops |= call.hops;
    function_.indirectCalls.push_back(call);
  }
  hopped_ |= hops;
  return targets.size() == 1 ? targets.front() : nullptr;
}

void CallFacts::addMove(const Expr &await, CallPlace place) {
  const CallExpr *moving = movingAwait(await, knowledge_);
  if (!moving)
    return;
  Call call;
  call.expr = moving;
  call.callee = moving->getDirectCallee();
  call.facts = &knowledge_.call(*moving);
  call.inHandler = place.inHandler;
  call.inTry = place.inTry;
  call.hops = true;
  call.afterHop = hopped_;
  hopped_ = true;
  function_.calls.push_back(call);
}

/// The rest of what is known of \p call, and the callables that it is given.
void CallFacts::finish(Call &call, CallPlace place) {
  call.object = objectOf(*call.expr);
  call.inHandler = place.inHandler;
  call.inTry = place.inTry;
  call.isStatement = place.isStatement;
  call.hops = place.isAwaited && movesElsewhere(call, knowledge_);
  call.afterHop = hopped_;
  addHandOvers(call);
}

HandOver CallFacts::handOver(const Expr &callable) {
  HandOver result;
  result.callable = stripped(&callable);
  result.targets = targets_.of(callable);
  result.returns = callableResult(&callable);
  return result;
}

void CallFacts::wrapped(const Expr &value, QualType wrapper) {
  QualType result = wrapperResult(wrapper);
  if (result.isNull() ||
      knowledge_.context().hasSameUnqualifiedType(stripped(&value)->getType(), wrapper))
    return;
  HandOver wrapped = handOver(value);
  wrapped.returned = result->isVoidType() ? model::Returned::Dropped : model::Returned::Unknown;
  wrapped.wrapper = wrapper;
  if (!wrapped.returns.isNull())
    function_.handOvers.push_back(wrapped);
}

void CallFacts::addHandOvers(const Call &call) {
  for (const model::Callable &role : call.facts->callables) {
    if (const Expr *object = role.argument == -2 ? objectOfCall(*call.expr) : nullptr)
      addHandOver(call, role, *object);
    for (unsigned i = 0; i < call.arguments(); ++i)
      if (const Expr *argument = call.argument(i);
          argument && (role.argument == -1 || role.argument == static_cast<int>(i)))
        addHandOver(call, role, *argument);
  }
}

void CallFacts::addHandOver(const Call &call, const model::Callable &role, const Expr &callable) {
  HandOver given = handOver(callable);
  given.call = call.expr;
  given.runs = role.runs;
  given.returned = role.returned;
  given.gives = role.gives;
  given.skipped = role.skipped;
  given.receiver = call.callee;
  given.afterHop = call.afterHop;
  given.why = call.facts->why;
  const Expr *executor = executorOf(call, role);
  model::Role runner = executor ? runnerOf(*executor, knowledge_) : model::Role::None;
  if (runner == model::Role::EventLoop) {
    given.runs = model::Runs::OnLoop;
  } else if (runner != model::Role::None) {
    given.runs = model::Runs::OffLoop;
    given.byExecutor = true;
  } else {
    given.isExecutorUnknown = executor && isDefaulted(*call.callee, role.executor);
  }
  if (const auto *made = dyn_cast<CallExpr>(given.callable);
      given.targets.empty() && made && !isHolder(made->getType()))
    given.targets = madeBy(*made);
  if (!given.targets.empty() || !given.returns.isNull())
    function_.handOvers.push_back(given);
}

/// co_spawn(pool, session(), token): the coroutine that is called runs on that executor; and of
/// invoke([] { ... }) the callable, too.
llvm::SmallVector<const FunctionDecl *, 1> CallFacts::madeBy(const CallExpr &call) {
  llvm::SmallVector<const FunctionDecl *, 1> result;
  if (!call.getDirectCallee())
    return result;
  result.push_back(call.getDirectCallee());
  Call made;
  made.expr = &call;
  for (const model::Callable &role : knowledge_.call(call).callables)
    if (role.returned == model::Returned::Awaited && role.argument >= 0)
      if (const Expr *callable = made.argument(role.argument))
        llvm::append_range(result, targets_.of(*callable));
  return result;
}

const Expr *Call::argument(unsigned index) const {
  const Expr *found = nullptr;
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(expr)) {
    // The object of a member operator is its first argument.
    unsigned shift = isa_and_nonnull<CXXMethodDecl>(operation->getDirectCallee()) ? 1 : 0;
    found = index + shift < operation->getNumArgs() ? operation->getArg(index + shift) : nullptr;
  } else if (const auto *call = dyn_cast<CallExpr>(expr)) {
    found = index < call->getNumArgs() ? call->getArg(index) : nullptr;
  } else if (const auto *construct = dyn_cast<CXXConstructExpr>(expr)) {
    found = index < construct->getNumArgs() ? construct->getArg(index) : nullptr;
  }
  return found && !isa<CXXDefaultArgExpr>(found) ? found : nullptr;
}

unsigned Call::arguments() const {
  if (const auto *call = dyn_cast<CallExpr>(expr))
    return call->getNumArgs();
  return cast<CXXConstructExpr>(expr)->getNumArgs();
}

} // namespace asynctidy::flow
