// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Conditions.h"

#include "flow/Macros.h"
#include "flow/Words.h"

#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// More than this on one path is a machine-made function; the oldest knowledge goes.
constexpr unsigned maxAssumptions = 16;

/// Without what does not change the value of a condition.
const Expr *core(const Expr *expr) {
  while (true) {
    expr = expr->IgnoreParenImpCasts();
    if (const auto *cleanups = dyn_cast<FullExpr>(expr))
      expr = cleanups->getSubExpr();
    else if (const auto *cast = dyn_cast<CXXStaticCastExpr>(expr))
      expr = cast->getSubExpr();
    else if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(expr))
      expr = temporary->getSubExpr();
    else if (const auto *bound = dyn_cast<CXXBindTemporaryExpr>(expr))
      expr = bound->getSubExpr();
    else
      return expr;
  }
}

bool isConstQuestion(const CallExpr &call) {
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(call.getDirectCallee());
  return method && (method->isConst() || isa<CXXConversionDecl>(method)) &&
         call.getNumArgs() == (isa<CXXOperatorCallExpr>(call) ? 1U : 0U);
}

/// p for p == nullptr, which asks the opposite of p.
const Expr *comparedWithNull(const Expr &expr, bool &negated) {
  const auto *binary = dyn_cast<BinaryOperator>(&expr);
  if (!binary || !binary->isEqualityOp())
    return nullptr;
  const Expr *left = core(binary->getLHS());
  const Expr *right = core(binary->getRHS());
  auto isNull = [](const Expr *side) { return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(side); };
  if (isNull(left) == isNull(right))
    return nullptr;
  negated ^= binary->getOpcode() == BO_EQ;
  return isNull(left) ? right : left;
}

/// The condition without its negations.
const Expr *positive(const Expr *expr, bool &negated) {
  expr = core(expr);
  while (const auto *unary = dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() != UO_LNot)
      break;
    negated = !negated;
    expr = core(unary->getSubExpr());
  }
  if (const Expr *pointer = comparedWithNull(*expr, negated))
    return core(pointer);
  return expr;
}

/// Whether the callee gets a reference through which it can change what \p mention passes.
bool isPassedToChange(const Mention &mention) {
  const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!callee || mention.argument >= callee->getNumParams())
    return mention.moved || mention.expr->getType()->isRecordType();
  QualType type = callee->getParamDecl(mention.argument)->getType();
  return type->isReferenceType() && !type.getNonReferenceType().isConstQualified();
}

bool isConstMethod(const Mention &mention) {
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  return method && method->isConst();
}

/// Of a test of a plain variable.
llvm::FoldingSetNodeID profileOf(const ValueDecl &variable) {
  llvm::FoldingSetNodeID profile;
  profile.AddInteger(-1);
  profile.AddPointer(variable.getCanonicalDecl());
  return profile;
}

llvm::FoldingSetNodeID profileOf(const Expr &expr, const ASTContext &context) {
  if (const auto *name = dyn_cast<DeclRefExpr>(&expr))
    return profileOf(*name->getDecl());
  llvm::FoldingSetNodeID profile;
  profile.AddInteger(0U);
  expr.Profile(profile, context, true);
  return profile;
}

/// The variable may have another value than before.
bool changes(const Mention &mention) {
  switch (mention.how) {
  case How::Assigned:
  case How::Increased:
    return true;
  case How::Aliased:
  case How::Captured:
    return !mention.variable->getType().isConstQualified();
  case How::Passed:
    return isPassedToChange(mention);
  case How::Method:
    return mention.expr->getType()->isRecordType() && !isConstMethod(mention);
  case How::Moved:
  case How::Returned:
  case How::Awaited:
    return mention.expr->getType()->isRecordType();
  default:
    return false;
  }
}

/// connect(); in a method may change every member.
bool changesOwnObject(const Call &call) {
  const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr);
  return member && member->getMethodDecl() && !member->getMethodDecl()->isConst() &&
         isa<CXXThisExpr>(member->getImplicitObjectArgument()->IgnoreParenImpCasts());
}

/// The counter of `for (int i = 0; i < 3; ++i)`, a loop that runs once at least; else null.
const VarDecl *counterOf(const ForStmt &loop, const ASTContext &context) {
  const auto *init = dyn_cast_or_null<DeclStmt>(loop.getInit());
  const auto *counter =
      init && init->isSingleDecl() ? dyn_cast<VarDecl>(init->getSingleDecl()) : nullptr;
  const auto *condition = dyn_cast_or_null<BinaryOperator>(loop.getCond());
  if (!counter || !counter->getInit() || !condition || !condition->isComparisonOp())
    return nullptr;
  auto valueOf = [&](const Expr &expr) -> std::optional<llvm::APSInt> {
    Expr::EvalResult value;
    if (expr.isValueDependent() || !expr.EvaluateAsInt(value, context))
      return std::nullopt;
    return value.Val.getInt();
  };
  auto sideOf = [&](const Expr &side) {
    const auto *name = dyn_cast<DeclRefExpr>(core(&side));
    return valueOf(name && name->getDecl() == counter ? *counter->getInit() : side);
  };
  std::optional<llvm::APSInt> left = sideOf(*condition->getLHS());
  std::optional<llvm::APSInt> right = sideOf(*condition->getRHS());
  if (!left || !right)
    return nullptr;
  const int order = llvm::APSInt::compareValues(*left, *right);
  auto holds = [&] {
    switch (condition->getOpcode()) {
    case BO_LT:
      return order < 0;
    case BO_LE:
      return order <= 0;
    case BO_GT:
      return order > 0;
    case BO_GE:
      return order >= 0;
    case BO_NE:
      return order != 0;
    default:
      return false;
    }
  };
  return holds() ? counter : nullptr;
}

/// The bool that `const AssertionResult result = AssertionResult(holds)` stands for; else null.
const Expr *boolIn(const VarDecl &result) {
  const Expr *init = result.getInit() ? core(result.getInit()) : nullptr;
  const auto *made = dyn_cast_or_null<CXXConstructExpr>(init);
  if (const auto *cast = dyn_cast_or_null<CXXFunctionalCastExpr>(init))
    made = dyn_cast<CXXConstructExpr>(core(cast->getSubExpr()));
  const Expr *first = made && made->getNumArgs() > 0 ? core(made->getArg(0)) : nullptr;
  const bool isAlone = first && llvm::all_of(llvm::drop_begin(made->arguments()), [](auto *rest) {
                         return isa<CXXDefaultArgExpr>(rest);
                       });
  return isAlone && first->getType()->isBooleanType() ? first : nullptr;
}

} // namespace

Conditions::Conditions(const ASTContext &context, const Stmt &body) : context_(context) {
  noteLoopsAndSections(&body);
}

void Conditions::noteLoopsAndSections(const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *loop = dyn_cast<ForStmt>(node)) {
    if (const VarDecl *counter = counterOf(*loop, context_))
      firstRounds_.try_emplace(counter, loop->getCond());
  } else if (const auto *block = dyn_cast<CompoundStmt>(node)) {
    noteSections(*block);
  }
  for (const Stmt *child : node->children())
    noteLoopsAndSections(child);
}

void Conditions::noteSections(const CompoundStmt &block) {
  Section *last = nullptr;
  for (const Stmt *child : block.body())
    if (const auto *branch = dyn_cast<IfStmt>(child);
        branch && isInMacro(branch->getIfLoc(), context_, saysThatItIsASection)) {
      llvm::FoldingSetNodeID profile;
      profile.AddInteger(-2);
      profile.AddPointer(&block);
      last = &sections_[core(branch->getCond())];
      last->id = idOf(profile, {});
    }
  if (last)
    last->isLast = true;
}

std::optional<Conditions::Section> Conditions::sectionOf(const Expr &condition) const {
  auto place = sections_.empty() ? sections_.end() : sections_.find(core(&condition));
  return place == sections_.end() ? std::nullopt : std::optional(place->second);
}

std::optional<Question> questionOf(const Expr &condition) {
  Question question;
  const Expr *inner = positive(&condition, question.negated);
  // const bool done = future.done(); if (done) ...
  if (const auto *name = dyn_cast<DeclRefExpr>(inner))
    if (const auto *answer = dyn_cast<VarDecl>(name->getDecl());
        answer && answer->hasLocalStorage() && answer->getInit() &&
        answer->getType()->isBooleanType() && isa<CXXMemberCallExpr>(core(answer->getInit())))
      inner = positive(answer->getInit(), question.negated);
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(inner);
      call && call->getMethodDecl() && call->getNumArgs() == 0) {
    question.method = call->getMethodDecl();
    inner = core(call->getImplicitObjectArgument());
  }
  // if (const AssertionResult result = AssertionResult(future.valid())), as in many test macros
  if (const auto *name = dyn_cast<DeclRefExpr>(inner);
      name && isa_and_nonnull<CXXConversionDecl>(question.method))
    if (const auto *result = dyn_cast<VarDecl>(name->getDecl());
        result && result->hasLocalStorage() && result->getType().isConstQualified())
      if (const Expr *holds = boolIn(*result)) {
        std::optional<Question> asked = questionOf(*holds);
        if (asked)
          asked->negated ^= question.negated;
        return asked;
      }
  if (const auto *member = dyn_cast<MemberExpr>(inner))
    question.variable = member->getMemberDecl();
  else if (const auto *reference = dyn_cast<DeclRefExpr>(inner))
    question.variable = reference->getDecl();
  return question.variable ? std::optional(question) : std::nullopt;
}

bool Conditions::collect(const Expr &expr, Entry &entry) const {
  const Expr *inner = core(&expr);
  if (const auto *reference = dyn_cast<DeclRefExpr>(inner)) {
    const ValueDecl *variable = reference->getDecl();
    if (!isa<VarDecl, BindingDecl>(variable))
      return isa<EnumConstantDecl>(variable);
    const auto *plain = dyn_cast<VarDecl>(variable);
    entry.shared |= !plain || !plain->hasLocalStorage() || plain->getType()->isReferenceType();
    entry.variables.push_back(variable);
    return true;
  }
  if (const auto *member = dyn_cast<MemberExpr>(inner)) {
    entry.shared = true;
    return collect(*member->getBase(), entry);
  }
  if (isa<CXXThisExpr, IntegerLiteral, CXXBoolLiteralExpr, CXXNullPtrLiteralExpr, GNUNullExpr,
          CharacterLiteral>(inner))
    return true;
  if (const auto *unary = dyn_cast<UnaryOperator>(inner)) {
    entry.shared |= unary->getOpcode() == UO_Deref;
    return !unary->isIncrementDecrementOp() && collect(*unary->getSubExpr(), entry);
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(inner))
    return !binary->isAssignmentOp() && !binary->isCommaOp() && collect(*binary->getLHS(), entry) &&
           collect(*binary->getRHS(), entry);
  if (const auto *call = dyn_cast<CallExpr>(inner)) {
    if (!isConstQuestion(*call))
      return false;
    const Expr *object = isa<CXXMemberCallExpr>(call)
                             ? cast<CXXMemberCallExpr>(call)->getImplicitObjectArgument()
                             : call->getArg(0);
    const Expr *named = core(object);
    // The answer of a local object changes only where it is named.
    entry.shared |= !isa<DeclRefExpr>(named);
    return collect(*object, entry);
  }
  return false;
}

std::optional<Condition> Conditions::of(const Expr &expr) {
  auto [place, isNew] = memo_.try_emplace(&expr);
  if (!isNew)
    return place->second;
  bool negated = false;
  const Expr *inner = positive(&expr, negated);
  Entry entry;
  if (!collect(*inner, entry) || (entry.variables.empty() && !entry.shared))
    return std::nullopt;
  llvm::FoldingSetNodeID profile;
  if (const auto *binary = dyn_cast<BinaryOperator>(inner); binary && binary->isComparisonOp()) {
    BinaryOperatorKind opcode = binary->getOpcode();
    if (opcode == BO_NE || opcode == BO_GE || opcode == BO_GT) {
      negated = !negated;
      opcode = BinaryOperator::negateComparisonOp(opcode);
    }
    profile.AddInteger(static_cast<unsigned>(opcode) + 1);
    core(binary->getLHS())->Profile(profile, context_, true);
    core(binary->getRHS())->Profile(profile, context_, true);
  } else {
    profile = profileOf(*inner, context_);
  }
  std::optional<Condition> result = Condition{idOf(profile, std::move(entry)), negated};
  memo_[&expr] = result;
  return result;
}

unsigned Conditions::idOf(const llvm::FoldingSetNodeID &profile, Entry entry) {
  auto [id, added] = ids_.try_emplace(profile, entries_.size());
  if (added)
    entries_.push_back(std::move(entry));
  return id->second;
}

std::optional<std::pair<Condition, bool>> Conditions::learned(const Event &event) {
  const auto *variable = dyn_cast_or_null<VarDecl>(event.variable);
  if (!variable || !variable->hasLocalStorage() || !variable->getType()->isScalarType())
    return std::nullopt;
  const Expr *value = nullptr;
  if (event.kind == Event::Declared) {
    if (const Expr *first = firstRounds_.lookup(variable))
      if (std::optional<Condition> condition = of(*first))
        return std::pair(Condition{condition->id, false}, !condition->negated);
    value = variable->getInit();
  }
  if (event.kind == Event::Mentioned && event.mention->how == How::Assigned)
    value = event.mention->value;
  value = value ? core(value) : nullptr;
  const auto *literal = dyn_cast_or_null<CXXBoolLiteralExpr>(value);
  if (!literal && !isa_and_nonnull<CXXNullPtrLiteralExpr, GNUNullExpr>(value))
    return std::nullopt;
  Entry entry;
  entry.variables.push_back(variable);
  return std::pair(Condition{idOf(profileOf(*variable), std::move(entry)), false},
                   literal && literal->getValue());
}

bool Conditions::dependsOn(unsigned id, const ValueDecl *variable) const {
  return llvm::is_contained(entries_[id].variables, variable);
}

bool Assumptions::enter(Conditions::Section section, bool taken) {
  const bool wasTaken = llvm::is_contained(known_, std::pair(section.id, true));
  if (!taken)
    return wasTaken || !section.isLast;
  return !wasTaken && assume(Condition{section.id, false}, true);
}

bool Assumptions::assume(const Expr &expr, bool value, Conditions &conditions) {
  if (std::optional<Conditions::Section> section = conditions.sectionOf(expr))
    return enter(*section, value);
  bool negated = false;
  const auto *both = dyn_cast<BinaryOperator>(positive(&expr, negated));
  // What `a && b` says when it holds, and `a || b` when it does not, it says of each side.
  if (both && both->isLogicalOp() && (both->getOpcode() == BO_LAnd) == (value != negated) &&
      (!assume(*both->getLHS(), value != negated, conditions) ||
       !assume(*both->getRHS(), value != negated, conditions)))
    return false;
  std::optional<Condition> condition = conditions.of(expr);
  return !condition || assume(*condition, value);
}

bool Assumptions::assume(Condition condition, bool value) {
  value = value != condition.negated;
  for (const auto &[id, known] : known_)
    if (id == condition.id)
      return known == value;
  if (known_.size() == maxAssumptions)
    known_.erase(known_.begin());
  known_.emplace_back(condition.id, value);
  return true;
}

void Assumptions::forget(const Event &event, const Conditions &conditions) {
  if (known_.empty())
    return;
  llvm::erase_if(known_, [&](const std::pair<unsigned, bool> &each) {
    switch (event.kind) {
    case Event::Suspended:
      return conditions.isShared(each.first);
    case Event::Called:
      return conditions.isShared(each.first) && changesOwnObject(*event.call);
    case Event::Declared:
      return conditions.dependsOn(each.first, event.variable);
    case Event::Mentioned:
      return changes(*event.mention) && conditions.dependsOn(each.first, event.variable);
    default:
      return false;
    }
  });
}

bool Assumptions::meet(const Assumptions &other) {
  std::size_t before = known_.size();
  llvm::erase_if(known_, [&](const std::pair<unsigned, bool> &each) {
    return !llvm::is_contained(other.known_, each);
  });
  return known_.size() != before;
}

} // namespace asynctidy::flow
