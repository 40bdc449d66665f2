// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Steps.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Mentions.h"
#include "flow/Unit.h"
#include "flow/Words.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

const ValueDecl *declarationOf(const Expr *expr) {
  expr = stripped(expr);
  if (const auto *arrow = dyn_cast_or_null<CXXOperatorCallExpr>(expr);
      arrow && (arrow->getOperator() == OO_Arrow || arrow->getOperator() == OO_Star))
    expr = stripped(arrow->getArg(0));
  if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(expr))
    return reference->getDecl();
  if (const auto *member = dyn_cast_or_null<MemberExpr>(expr);
      member && isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()))
    return member->getMemberDecl();
  return nullptr;
}

/// What a step works on: the object of its method (the class itself for this), or the first
/// argument that it may change.
const NamedDecl *subjectOf(const StartedStep &step) {
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(step.work)) {
    if (call->getMethodDecl() && call->getMethodDecl()->isConst())
      return nullptr;
    const Expr *object = call->getImplicitObjectArgument()->IgnoreParenImpCasts();
    if (isa<CXXThisExpr>(object))
      return call->getRecordDecl();
    return declarationOf(object);
  }
  if (step.work->getNumArgs() == 0 || step.callee->getNumParams() == 0)
    return nullptr;
  QualType parameter = step.callee->getParamDecl(0)->getType();
  bool mayChange = (parameter->isLValueReferenceType() || parameter->isPointerType()) &&
                   !parameter->getPointeeType().isConstQualified();
  return mayChange ? declarationOf(step.work->getArg(0)) : nullptr;
}

/// Whether the parameters of \p step take \p variable so that \p matches holds for one.
bool takes(const StartedStep &step, const ValueDecl *variable,
           llvm::function_ref<bool(QualType)> matches) {
  unsigned shift = isa<CXXOperatorCallExpr>(step.work) ? 1 : 0;
  for (unsigned i = shift; i < step.work->getNumArgs(); ++i)
    if (i - shift < step.callee->getNumParams() &&
        matches(step.callee->getParamDecl(i - shift)->getType()) &&
        declarationOf(step.work->getArg(i)) == variable)
      return true;
  return false;
}

bool isWritten(QualType parameter) {
  return parameter->isLValueReferenceType() && !parameter->getPointeeType().isConstQualified();
}

bool isCopied(QualType parameter) {
  return !parameter->isReferenceType() && !parameter->isPointerType();
}

/// The variable that \p first is still to write and \p second has got a copy of.
const ValueDecl *copiedTooEarly(const StartedStep &first, const StartedStep &second) {
  for (const Expr *argument : first.work->arguments()) {
    const ValueDecl *variable = declarationOf(argument);
    if (isa_and_nonnull<VarDecl>(variable) && takes(first, variable, isWritten) &&
        takes(second, variable, isCopied))
      return variable;
  }
  return nullptr;
}

class Search {
public:
  Search(const Function &function, Unit &unit)
      : function_(function), unit_(unit), mentions_(*function.body) {
    for (const Value &value : function.values)
      values_.try_emplace(value.expr, &value);
  }

  std::vector<Unchained> run() {
    block(function_.body);
    return std::move(result_);
  }

private:
  void block(const Stmt *node);
  void statement(const Stmt *node);
  std::optional<StartedStep> stepOf(const Expr *expr, const VarDecl *handle) const;
  const CallExpr *workIn(const CallExpr &start) const;
  bool isGathered(const VarDecl *handle) const;
  std::optional<Unchained> dependence(const StartedStep &first, const StartedStep &second,
                                      llvm::ArrayRef<StartedStep> later) const;
  void judge();

  const Function &function_;
  Unit &unit_;
  Mentions mentions_;
  llvm::DenseMap<const Expr *, const Value *> values_;
  std::vector<StartedStep> steps_;
  std::vector<Unchained> result_;
};

/// Looks at \p node and at the blocks in it, each for itself.
void Search::block(const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return;
  for (const Stmt *child : node->children())
    block(child);
  const auto *compound = dyn_cast<CompoundStmt>(node);
  if (!compound)
    return;
  for (const Stmt *each : compound->body())
    statement(each);
  judge();
}

void Search::statement(const Stmt *node) {
  if (coro::suspends(*node) || isa<LabelStmt, SwitchCase>(node))
    return judge();
  const VarDecl *handle = nullptr;
  const Expr *expr = dyn_cast<Expr>(node);
  if (const auto *declaration = dyn_cast<DeclStmt>(node);
      declaration && declaration->isSingleDecl())
    handle = dyn_cast<VarDecl>(declaration->getSingleDecl());
  if (handle)
    expr = handle->getInit();
  if (std::optional<StartedStep> step = expr ? stepOf(expr, handle) : std::nullopt)
    steps_.push_back(*step);
}

/// The coroutine that \p start is given, made in the same expression; null if there are more.
const CallExpr *Search::workIn(const CallExpr &start) const {
  const CallExpr *work = nullptr;
  for (const Expr *argument : start.arguments()) {
    const auto *call = dyn_cast_or_null<CallExpr>(stripped(argument));
    const Value *value = call ? values_.lookup(call) : nullptr;
    if (!value || value->meaning->role != model::Role::Coroutine)
      continue;
    if (work)
      return nullptr;
    work = call;
  }
  return work;
}

std::optional<StartedStep> Search::stepOf(const Expr *expr, const VarDecl *handle) const {
  expr = expr->IgnoreParenImpCasts();
  if (const auto *cast = dyn_cast<ExplicitCastExpr>(expr); cast && cast->getType()->isVoidType())
    expr = cast->getSubExpr();
  const auto *start = dyn_cast_or_null<CallExpr>(stripped(expr));
  const Value *value = start ? values_.lookup(start) : nullptr;
  if (!value || !value->callee)
    return std::nullopt;
  bool isStarted =
      value->meaning->role == model::Role::Task || value->meaning->role == model::Role::Future;
  if (!isStarted || value->fate == Fate::Awaited)
    return std::nullopt;
  const CallExpr *work = workIn(*start);
  bool startsItself = !work && value->meaning->start == coro::Start::Eager &&
                      value->meaning->role == model::Role::Task;
  if (startsItself)
    work = start;
  if (!work || !work->getDirectCallee())
    return std::nullopt;
  return StartedStep{start, work, work->getDirectCallee(), handle};
}

/// Whether the handle is used for more than waiting for the step.
bool Search::isGathered(const VarDecl *handle) const {
  return handle && llvm::any_of(mentions_.all(), [&](const Mention &mention) {
           return mention.variable == handle && mention.how != How::Awaited &&
                  mention.how != How::Ignored;
         });
}

std::optional<Unchained> Search::dependence(const StartedStep &first, const StartedStep &second,
                                            llvm::ArrayRef<StartedStep> later) const {
  if (const ValueDecl *variable = copiedTooEarly(first, second))
    return Unchained{Unchained::Copies, first, second, variable};
  Name firstName = nameOf(*first.callee);
  Name secondName = nameOf(*second.callee);
  const NamedDecl *subject = subjectOf(first);
  if (subject && subject == subjectOf(second)) {
    bool closes = unit_.knowledge().function(*second.callee).does == model::Does::Closes ||
                  (saysThatItCloses(secondName) && secondName.rest.empty());
    if (closes && !saysThatItCloses(firstName))
      return Unchained{Unchained::Closes, first, second, subject};
    if (saysThatItOpens(firstName) && firstName.rest.empty() && !saysThatItOpens(secondName))
      return Unchained{Unchained::Opens, first, second, subject};
    return std::nullopt;
  }
  // create(); write(); close(); work on something that only their names tell of.
  auto isBare = [&](const StartedStep &step) {
    return step.work->getNumArgs() == 0 && !isa<CXXMethodDecl>(step.callee) &&
           step.callee->getDeclContext()->getRedeclContext()->Equals(
               first.callee->getDeclContext()->getRedeclContext());
  };
  bool isSequence = isBare(first) && isBare(second) && saysThatItOpens(firstName) &&
                    llvm::any_of(later, [&](const StartedStep &step) {
                      Name name = nameOf(*step.callee);
                      return isBare(step) && saysThatItCloses(name) && name.rest == firstName.rest;
                    });
  if (isSequence)
    return Unchained{Unchained::Opens, first, second, nullptr};
  return std::nullopt;
}

/// The steps so far, nothing having been waited for since the first.
void Search::judge() {
  std::vector<StartedStep> steps = std::exchange(steps_, {});
  llvm::erase_if(steps, [this](const StartedStep &step) { return isGathered(step.handle); });
  llvm::ArrayRef<StartedStep> rest = steps;
  for (; rest.size() > 1; rest = rest.drop_front())
    for (const StartedStep &second : rest.drop_front())
      if (std::optional<Unchained> found = dependence(rest.front(), second, rest.drop_front())) {
        result_.push_back(*found);
        break;
      }
}

} // namespace

std::vector<Unchained> unchainedSteps(const Function &function, Unit &unit) {
  auto isHandle = [](const Value &value) {
    return value.meaning->role == model::Role::Task || value.meaning->role == model::Role::Future;
  };
  if (!function.body || llvm::count_if(function.values, isHandle) < 2)
    return {};
  return Search(function, unit).run();
}

bool isUnchainedStep(const Value &value, const Function &function, Unit &unit) {
  return llvm::any_of(unchainedSteps(function, unit), [&](const Unchained &unchained) {
    return unchained.first.start == value.expr;
  });
}

} // namespace asynctidy::flow
