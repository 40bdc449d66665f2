// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Conditions.h"

#include "flow/Questions.h"

#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// More than this on one path is a machine-made function; the oldest knowledge goes.
constexpr unsigned maxAssumptions = 16;

bool isConstQuestion(const CallExpr &call) {
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(call.getDirectCallee());
  return method && (method->isConst() || isa<CXXConversionDecl>(method)) &&
         call.getNumArgs() == (isa<CXXOperatorCallExpr>(call) ? 1U : 0U);
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
  // if (error), which a class converts to bool.
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(&expr);
      call && isa_and_nonnull<CXXConversionDecl>(call->getMethodDecl()))
    if (const auto *name = dyn_cast<DeclRefExpr>(coreOf(call->getImplicitObjectArgument())))
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

bool isExceptionPtr(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  // libstdc++ has it in a namespace of its own.
  return record && record->getIdentifier() && record->getName() == "exception_ptr" &&
         llvm::StringRef(record->getQualifiedNameAsString()).starts_with("std::");
}

/// Whether \p wanted is in a handler in \p node, lambdas apart.
bool isInHandler(const Stmt *node, const Expr &wanted, bool isInside = false) {
  if (!node || isa<LambdaExpr>(node))
    return false;
  isInside |= isa<CXXCatchStmt>(node);
  return (isInside && node == &wanted) || llvm::any_of(node->children(), [&](const Stmt *child) {
           return isInHandler(child, wanted, isInside);
         });
}

/// What a test of a variable says that gets \p value in \p body.
std::optional<bool> truthOf(const Expr &value, const Stmt *body) {
  if (const auto *literal = dyn_cast<CXXBoolLiteralExpr>(&value))
    return literal->getValue();
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(value))
    return false;
  if (!isExceptionPtr(value.getType()))
    return std::nullopt;
  if (const auto *made = dyn_cast<CXXConstructExpr>(&value))
    return made->getNumArgs() == 0 ? std::optional(false) : std::nullopt;
  const auto *call = dyn_cast<CallExpr>(&value);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!callee || !callee->isInStdNamespace() || !callee->getIdentifier())
    return std::nullopt;
  const bool isThere = callee->getName() == "make_exception_ptr" ||
                       (callee->getName() == "current_exception" && isInHandler(body, *call));
  return isThere ? std::optional(true) : std::nullopt;
}

} // namespace

Conditions::Conditions(const ASTContext &context, const Stmt &body)
    : context_(context), body_(&body), firstRounds_(context, body), sections_(context, body) {}

bool Conditions::collect(const Expr &expr, Entry &entry) const {
  const Expr *inner = coreOf(&expr);
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
    const Expr *named = coreOf(object);
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
  const Expr *inner = withoutNegations(&expr, negated);
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
    coreOf(binary->getLHS())->Profile(profile, context_, true);
    coreOf(binary->getRHS())->Profile(profile, context_, true);
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
  if (!variable || !variable->hasLocalStorage() ||
      !(variable->getType()->isScalarType() || isExceptionPtr(variable->getType())))
    return std::nullopt;
  const Expr *value = nullptr;
  if (event.kind == Event::Declared) {
    if (const Expr *first = firstRounds_.conditionFor(*variable))
      if (std::optional<Condition> condition = of(*first))
        return std::pair(Condition{condition->id, false}, !condition->negated);
    value = variable->getInit();
  }
  if (event.kind == Event::Mentioned && event.mention->how == How::Assigned) {
    const auto *operation = dyn_cast_or_null<CXXOperatorCallExpr>(event.mention->call);
    value = operation && operation->getNumArgs() == 2 ? operation->getArg(1) : event.mention->value;
  }
  const std::optional<bool> holds = value ? truthOf(*coreOf(value), body_) : std::nullopt;
  if (!holds)
    return std::nullopt;
  Entry entry;
  entry.variables.push_back(variable);
  return std::pair(Condition{idOf(profileOf(*variable), std::move(entry)), false}, *holds);
}

Condition Conditions::choiceOf(const Section &section) {
  llvm::FoldingSetNodeID profile;
  profile.AddInteger(-2);
  profile.AddPointer(section.block);
  return Condition{idOf(profile, {}), false};
}

bool Conditions::dependsOn(unsigned id, const ValueDecl *variable) const {
  return llvm::is_contained(entries_[id].variables, variable);
}

bool Assumptions::enter(const Section &section, bool taken, Conditions &conditions) {
  const Condition choice = conditions.choiceOf(section);
  const bool wasTaken = llvm::is_contained(known_, std::pair(choice.id, true));
  if (!taken)
    return wasTaken || !section.isLast;
  return !wasTaken && assume(choice, true);
}

bool Assumptions::assume(const Expr &expr, bool value, Conditions &conditions) {
  if (std::optional<Section> section = conditions.sectionOf(expr))
    return enter(*section, value, conditions);
  bool negated = false;
  const auto *both = dyn_cast<BinaryOperator>(withoutNegations(&expr, negated));
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
