// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Effects.h"

#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/SaveAndRestore.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

bool namesDetaching(llvm::StringRef name) { return name.contains_insensitive("detach"); }

bool namesCancelling(llvm::StringRef name) {
  return name.contains_insensitive("cancel") || name.contains_insensitive("stop") ||
         name.contains_insensitive("abort");
}

/// Whether a function of namespace std's threads, futures, locks and atomics waits.
bool waits(llvm::StringRef name, const Class &object) {
  constexpr llvm::StringRef names[] = {"wait", "wait_for", "wait_until",
                                       "join", "acquire",  "arrive_and_wait"};
  if (name == "get")
    return object && (isStd(object.decl, "future") || isStd(object.decl, "shared_future"));
  return llvm::is_contained(names, name);
}

/// Whether a function of std::this_thread gives the thread up for a while.
bool pauses(llvm::StringRef name) {
  return name == "sleep_for" || name == "sleep_until" || name == "yield";
}

const Stmt *bodyOfLambda(const Stmt &node) {
  const auto *lambda = dyn_cast<LambdaExpr>(&node);
  return lambda ? lambda->getBody() : nullptr;
}

} // namespace

void Effects::then(const Effects &next) {
  if (mustExit)
    return;
  mayDestroy |= next.mayDestroy;
  mayBlock |= next.mayBlock;
  mayResume |= next.mayResume;
  detaches |= next.detaches;
  cancels |= next.cancels;
  counted |= next.counted;
  opaque |= next.opaque;
  publishes |= next.publishes;
  // What follows a conditional return happens on some paths only.
  mustDestroy |= next.mustDestroy && !mayExit;
  mustBlock |= next.mustBlock && !mayExit;
  mustExit = next.mustExit;
  mayExit |= next.mayExit;
}

void Effects::orElse(const Effects &other) {
  mustDestroy &= other.mustDestroy;
  mayDestroy |= other.mayDestroy;
  mayBlock |= other.mayBlock;
  mustBlock &= other.mustBlock;
  mayResume |= other.mayResume;
  detaches |= other.detaches;
  cancels |= other.cancels;
  counted |= other.counted;
  opaque |= other.opaque;
  publishes |= other.publishes;
  mustExit &= other.mustExit;
  mayExit |= other.mayExit;
}

Effects Effects::at(SourceRange place) const {
  Effects result = *this;
  for (Seen *seen : {&result.mayDestroy, &result.mayBlock, &result.mayResume, &result.detaches,
                     &result.cancels, &result.counted, &result.opaque, &result.publishes})
    if (*seen)
      *seen |= Seen(place);
  return result;
}

Effects Interpreter::run(const Body &body) {
  Effects effects;
  const bool isTooMuch = depth_ > 8 || ++bodies_ > 500;
  if (!body || isTooMuch || !active_.insert(body.statement).second) {
    if (!body || isTooMuch)
      effects.opaque = Seen::somewhere();
    return effects;
  }
  llvm::SaveAndRestore scope(scope_, body.scope);
  llvm::SaveAndRestore depth(depth_, depth_ + 1);
  effects = statement(body.statement);
  active_.erase(body.statement);
  effects.mustExit = effects.mayExit = false;
  return effects;
}

Effects Interpreter::runAll(const std::vector<Member> &functions) {
  Effects effects;
  if (functions.empty())
    effects.opaque = Seen::somewhere();
  for (size_t i = 0; i < functions.size(); ++i) {
    const Effects one = run(symbols_.body(functions[i]));
    i ? effects.orElse(one) : void(effects = one);
  }
  return effects;
}

Effects Interpreter::statement(const Stmt *node) {
  Effects effects;
  if (!node)
    return effects;
  if (const auto *branches = dyn_cast<IfStmt>(node)) {
    effects.then(statement(branches->getInit()));
    effects.then(statement(branches->getConditionVariableDeclStmt()));
    effects.then(expression(branches->getCond()));
    effects.then(branch(*branches->getCond(), branches->getThen(), branches->getElse()));
    return effects;
  }
  if (isa<ReturnStmt>(node)) {
    effects = expression(node);
    effects.mustExit = effects.mayExit = true;
    return effects;
  }
  if (const auto *attempt = dyn_cast<CXXTryStmt>(node))
    return statement(attempt->getTryBlock());
  if (const auto *loop = dyn_cast<DoStmt>(node)) {
    effects = statement(loop->getBody());
    effects.then(expression(loop->getCond()));
    return effects;
  }
  if (const auto *loop = dyn_cast<WhileStmt>(node)) {
    effects = expression(loop->getCond());
    const Effects round = statement(loop->getBody());
    effects.then(branch(*loop->getCond(), loop->getBody(), nullptr));
    // while (!done_) changed_.wait(lock): as long as the body runs, whatever the flag is called.
    effects.mustBlock |= round.mustBlock;
    return effects;
  }
  if (isa<ForStmt, CXXForRangeStmt, SwitchStmt>(node)) {
    for (const Stmt *child : node->children())
      effects.then(statement(child));
    effects.orElse(Effects()); // zero rounds
    return effects;
  }
  if (isa<Expr, DeclStmt>(node))
    return expression(node);
  for (const Stmt *child : node->children())
    effects.then(statement(child));
  return effects;
}

Effects Interpreter::branch(const Expr &condition, const Stmt *yes, const Stmt *no) {
  if (const std::optional<bool> known = holds(condition))
    return statement(*known ? yes : no);
  Effects effects = statement(yes);
  effects.orElse(statement(no));
  if (effects.mayDestroy && countsOwners(condition))
    effects.counted |= Seen(condition.getSourceRange());
  return effects;
}

Effects Interpreter::expression(const Stmt *node) {
  Effects effects;
  if (!node || bodyOfLambda(*node))
    return effects;
  if (const auto *choice = dyn_cast<ConditionalOperator>(node)) {
    effects = expression(choice->getCond());
    effects.then(branch(*choice->getCond(), choice->getTrueExpr(), choice->getFalseExpr()));
    return effects;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(node); binary && binary->isLogicalOp()) {
    effects = expression(binary->getLHS());
    const Effects right = expression(binary->getRHS());
    const std::optional<bool> left = holds(*binary->getLHS());
    if (left && *left == (binary->getOpcode() == BO_LAnd)) {
      effects.then(right);
    } else if (!left) {
      Effects maybe = right;
      maybe.orElse(Effects());
      effects.then(maybe);
    }
    return effects;
  }
  for (const Stmt *child : node->children())
    effects.then(expression(child));
  if (const auto *deletion = dyn_cast<CXXDeleteExpr>(node))
    effects.then(
        deletePointee({symbols_.resolve(symbols_.typeOf(*deletion->getArgument(), scope_))})
            .at(deletion->getSourceRange()));
  else if (const auto *expr = dyn_cast<Expr>(node))
    if (const std::optional<Call> call = symbols_.call(*expr, scope_))
      effects.then(callEffects(*call).at(expr->getSourceRange()));
  return effects;
}

Effects Interpreter::callEffects(const Call &call) {
  const bool isBuiltin = call.name.starts_with("__builtin_coro_");
  if (isBuiltin || (call.object && symbols_.isHandle(call.objectType)))
    return onHandle(call);
  const bool isStdFunction =
      llvm::any_of(call.callees, [](const Member &callee) { return inStd(*callee.decl); });
  const Class object = call.objectType ? symbols_.classOf(call.objectType) : Class();
  if (isStdFunction || (object && inStd(*object.decl))) {
    Effects effects;
    effects.mustBlock = call.object && waits(call.name, object);
    if (effects.mustBlock || (!call.object && pauses(call.name)))
      effects.mayBlock = Seen::somewhere();
    const Head head = symbols_.head(call.objectType);
    if (call.name == "reset" && call.arguments.empty() && isStd(head.name, "unique_ptr"))
      return destroyValue(call.objectType);
    return effects;
  }
  return follow(call);
}

Effects Interpreter::onHandle(const Call &call) {
  Effects effects;
  if (call.name == "destroy" || call.name == "__builtin_coro_destroy") {
    effects.mustDestroy = true;
    effects.mayDestroy = Seen::somewhere();
  } else if (call.name == "resume" || call.name == "__builtin_coro_resume" || call.op == OO_Call) {
    effects.mayResume = Seen::somewhere();
  }
  return effects;
}

/// Whether the callee can get at the frame: through its object, a handle, or a pointer to a class.
bool Interpreter::mentionsFrame(const Call &call) const {
  const auto leadsToFrame = [this](const Expr *argument) {
    const TypeRef type = symbols_.resolve(symbols_.typeOf(*argument, scope_));
    if (!type || symbols_.isHandle(type))
      return true;
    const QualType pointee = type.type->getPointeeType();
    return !pointee.isNull() && !pointee->isAnyCharacterType() && !pointee->isFunctionType();
  };
  return call.object || llvm::any_of(call.arguments, leadsToFrame);
}

Effects Interpreter::follow(const Call &call) {
  Effects effects;
  for (const Expr *argument : call.arguments)
    if (symbols_.isHandle(symbols_.typeOf(*argument, scope_)))
      effects.publishes |= Seen(call.expr->getSourceRange());
  const bool isNamedDetach = namesDetaching(call.name);
  bool isVirtual = false;
  std::vector<Member> callees;
  for (const Member &callee : call.callees) {
    callees.push_back(callee);
    const auto *method = dyn_cast<CXXMethodDecl>(callee.decl);
    isVirtual |= method && method->isVirtual() && !method->hasAttr<FinalAttr>() &&
                 !method->getParent()->isEffectivelyFinal();
  }
  const bool isSeen =
      !isVirtual && !callees.empty() && llvm::all_of(callees, [this](const Member &callee) {
        return static_cast<bool>(symbols_.body(callee));
      });
  if (isSeen) {
    const Seen publishes = effects.publishes;
    effects = runAll(callees);
    if (publishes && effects.opaque && !isNamedDetach)
      effects.publishes |= publishes;
  } else if (!isNamedDetach && mentionsFrame(call)) {
    effects.opaque = Seen::somewhere();
  }
  if (isNamedDetach)
    effects.detaches |= Seen(call.expr->getSourceRange());
  if (namesCancelling(call.name))
    effects.cancels |= Seen(call.expr->getSourceRange());
  return effects;
}

} // namespace asynctidy::coro
