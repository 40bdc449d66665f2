// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Targets.h"

#include "flow/Callables.h"

#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Variables that are initialised with each other, functions that return what others return: no
/// more is looked through.
constexpr unsigned maxDepth = 16;
/// More than this is no small set any more.
constexpr unsigned maxFunctions = 32;

/// The operand of `return` in \p node, lambdas apart.
void forEachReturned(const Stmt *node, llvm::function_ref<void(const Expr *)> visit) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *exit = dyn_cast<ReturnStmt>(node))
    return visit(exit->getRetValue());
  for (const Stmt *child : node->children())
    forEachReturned(child, visit);
}

/// A variable that is a constant, or an array of them.
const VarDecl *constantNamed(const Expr *expr) {
  expr = expr ? stripped(expr) : nullptr;
  const ValueDecl *named = nullptr;
  if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(expr))
    named = reference->getDecl();
  else if (const auto *member = dyn_cast_or_null<MemberExpr>(expr))
    named = member->getMemberDecl();
  const auto *variable = dyn_cast_or_null<VarDecl>(named);
  if (!variable || isa<ParmVarDecl>(variable) || variable->getType()->isReferenceType())
    return nullptr;
  QualType type = variable->getASTContext().getBaseElementType(variable->getType());
  return type.isConstQualified() ? variable : nullptr;
}

/// What a range-for goes through, by one of the variables that it makes; null for any other.
const Expr *rangeOf(const VarDecl &variable) {
  const Expr *init = variable.isCXXForRangeDecl() ? variable.getInit() : nullptr;
  // *__begin, __begin being made of __range, and that being what is written.
  for (unsigned step = 0; init && step < maxDepth; ++step) {
    const Expr *inner = stripped(init);
    if (const auto *unary = dyn_cast<UnaryOperator>(inner))
      init = unary->getSubExpr();
    else if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(inner))
      init = operation->getArg(0);
    else if (const auto *method = dyn_cast<CXXMemberCallExpr>(inner))
      init = method->getImplicitObjectArgument();
    else if (const auto *reference = dyn_cast<DeclRefExpr>(inner);
             reference && reference->getDecl()->isImplicit() && isa<VarDecl>(reference->getDecl()))
      init = cast<VarDecl>(reference->getDecl())->getInit();
    else
      return inner;
  }
  return nullptr;
}

/// The constant that \p expr is, or the constant table that it is an element of: table[i],
/// table.at(name), the variable of a range-for; null for none.
const VarDecl *tableOf(const Expr *expr) {
  expr = stripped(expr);
  if (const auto *element = dyn_cast<ArraySubscriptExpr>(expr))
    return constantNamed(element->getBase());
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(expr))
    return operation->getOperator() == OO_Subscript ? constantNamed(operation->getArg(0)) : nullptr;
  if (const auto *method = dyn_cast<CXXMemberCallExpr>(expr))
    return method->getMethodDecl() && method->getRecordDecl()->isInStdNamespace()
               ? constantNamed(method->getImplicitObjectArgument())
               : nullptr;
  const auto *reference = dyn_cast<DeclRefExpr>(expr);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && variable->isCXXForRangeDecl() ? constantNamed(rangeOf(*variable))
                                                   : constantNamed(expr);
}

/// Calls \p visit with what the initialiser of a table says of its elements, down to where it is no
/// list any more.
void forEachElement(const Expr *init, bool inElement,
                    llvm::function_ref<void(const Expr &)> visit) {
  const Expr *inner = init ? init->IgnoreImplicit() : nullptr;
  if (!inner)
    return;
  if (const auto *list = dyn_cast<InitListExpr>(inner)) {
    visit(*list);
    for (const Expr *each : list->inits())
      forEachElement(each, inElement, visit);
  } else if (const auto *list = dyn_cast<CXXStdInitializerListExpr>(inner)) {
    forEachElement(list->getSubExpr(), /*inElement=*/true, visit);
  } else if (const auto *construct = dyn_cast<CXXConstructExpr>(inner);
             construct && wrapperResult(construct->getType()).isNull() &&
             !construct->getConstructor()->isCopyOrMoveConstructor()) {
    // A container of a list, or an element that is a pair.
    for (const Expr *each : construct->arguments())
      if (inElement || isa<CXXStdInitializerListExpr>(each->IgnoreImplicit()))
        forEachElement(each, inElement, visit);
  } else {
    visit(*inner);
  }
}

bool isCallable(const Expr &expr) {
  QualType type = expr.getType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return isHolder(type) || (record && record->isLambda());
}

} // namespace

/// Gathers what one expression may be.
class Targets::Resolver {
public:
  using Seen = llvm::SmallPtrSet<const Expr *, 8>;

  Resolver(Targets &targets, Seen &seen) : targets_(targets), seen_(seen) {}

  Functions run(const Expr &callable) {
    expression(&callable, 0);
    return known_ ? Functions(found_.begin(), found_.end()) : Functions();
  }

private:
  void expression(const Expr *expr, unsigned depth);
  void reference(const DeclRefExpr &reference, unsigned depth);
  void member(const MemberExpr &member, unsigned depth);
  void call(const CallExpr &call, unsigned depth);
  bool element(const Expr &expr, const FieldDecl *field, unsigned depth);

  void add(const FunctionDecl *function) {
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(function);
    bool isOpen = method && method->isVirtual() && !method->hasAttr<FinalAttr>();
    if (!function || isOpen || found_.size() == maxFunctions)
      known_ = false;
    else
      found_.insert(function);
  }

  void all(const std::optional<Holders::Values> &values, unsigned depth) {
    if (!values)
      known_ = false;
    else
      for (const Expr *value : *values)
        expression(value, depth + 1);
  }

  /// Of what is kept between calls nothing says which value comes when: only if it is always the
  /// same.
  void only(const std::optional<Holders::Values> &values, unsigned depth) {
    Resolver inner(targets_, seen_);
    inner.all(values, depth);
    known_ &= inner.known_ && inner.found_.size() <= 1;
    found_.insert(inner.found_.begin(), inner.found_.end());
  }

  Targets &targets_;
  /// The names of holders that have been looked at: a second time they add nothing.
  Seen &seen_;
  llvm::SmallSetVector<const FunctionDecl *, 4> found_;
  bool known_ = true;
};

/// \p expr is a holder's value, or called.
void Targets::Resolver::expression(const Expr *expr, unsigned depth) {
  expr = expr && depth < maxDepth ? stripped(expr) : nullptr;
  if (!expr || !known_) {
    known_ = false;
    return;
  }
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr, ImplicitValueInitExpr, CXXScalarValueInitExpr,
          IntegerLiteral>(expr))
    return; // holds nothing
  if (const auto *standard = dyn_cast<CXXDefaultInitExpr>(expr))
    return expression(standard->getExpr(), depth + 1);
  if (const auto *cast = dyn_cast<ExplicitCastExpr>(expr))
    return expression(cast->getSubExpr(), depth + 1);
  if (const auto *unary = dyn_cast<UnaryOperator>(expr);
      unary && (unary->getOpcode() == UO_Deref || unary->getOpcode() == UO_Plus))
    return expression(unary->getSubExpr(), depth + 1);
  if (const auto *choice = dyn_cast<ConditionalOperator>(expr)) {
    expression(choice->getTrueExpr(), depth + 1);
    return expression(choice->getFalseExpr(), depth + 1);
  }
  if (const auto *list = dyn_cast<InitListExpr>(expr);
      list && list->getNumInits() < 2 && isHolder(list->getType()))
    return list->getNumInits() == 0 ? void() : expression(list->getInit(0), depth + 1);
  if (const auto *construct = dyn_cast<CXXConstructExpr>(expr);
      construct && !wrapperResult(construct->getType()).isNull() && construct->getNumArgs() < 2)
    return construct->getNumArgs() == 0 ? void() : expression(construct->getArg(0), depth + 1);
  if (const auto *name = dyn_cast<DeclRefExpr>(expr))
    return reference(*name, depth);
  if (const auto *name = dyn_cast<MemberExpr>(expr))
    return member(*name, depth);
  if (element(*expr, nullptr, depth))
    return;
  if (const auto *made = dyn_cast<CallExpr>(expr))
    return call(*made, depth);
  add(isHolder(expr->getType()) ? nullptr : callableTarget(expr));
}

void Targets::Resolver::reference(const DeclRefExpr &reference, unsigned depth) {
  const ValueDecl *named = reference.getDecl();
  if (const auto *binding = dyn_cast<BindingDecl>(named); binding && binding->getBinding())
    return expression(binding->getBinding(), depth + 1);
  const auto *variable = dyn_cast<VarDecl>(named);
  if (!variable || !isHolder(variable->getType()))
    return add(callableTarget(&reference));
  if (!seen_.insert(&reference).second)
    return;
  if (element(reference, nullptr, depth))
    return;
  if (variable->isStaticLocal())
    return only(targets_.holders_.at(reference, *variable), depth);
  if (variable->hasGlobalStorage())
    return only(targets_.holders_.everywhere(*variable), depth);
  all(targets_.holders_.at(reference, *variable), depth);
}

void Targets::Resolver::member(const MemberExpr &member, unsigned depth) {
  const ValueDecl *named = member.getMemberDecl();
  if (const auto *function = dyn_cast<FunctionDecl>(named))
    return add(function);
  if (!isHolder(named->getType()))
    return add(callableTarget(&member));
  if (!seen_.insert(&member).second)
    return;
  const auto *field = dyn_cast<FieldDecl>(named);
  if (!field || !element(*member.getBase(), field, depth))
    only(targets_.holders_.everywhere(*named), depth);
}

/// A constant or one of a constant table: all that the table has, of its elements \p field if that
/// is not null. False when there is nothing.
bool Targets::Resolver::element(const Expr &expr, const FieldDecl *field, unsigned depth) {
  const VarDecl *table = tableOf(&expr);
  const Expr *init = table ? table->getAnyInitializer() : nullptr;
  bool found = false;
  auto add = [&](const Expr *value) {
    found = true;
    expression(value, depth + 1);
  };
  forEachElement(init, /*inElement=*/false, [&](const Expr &each) {
    const auto *list = dyn_cast<InitListExpr>(&each);
    if (!field && !list && isCallable(each))
      return add(&each);
    const CXXRecordDecl *record = list ? list->getType()->getAsCXXRecordDecl() : nullptr;
    unsigned index = field && record ? record->getNumBases() + field->getFieldIndex() : 0;
    if (field && record && record->getCanonicalDecl() == field->getParent()->getCanonicalDecl() &&
        index < list->getNumInits())
      add(list->getInit(index));
  });
  return found;
}

void Targets::Resolver::call(const CallExpr &call, unsigned depth) {
  if (bindsFirstArgument(call))
    return expression(call.getArg(0), depth + 1);
  const FunctionDecl *callee = call.getDirectCallee();
  if (!isHolder(call.getType()))
    return add(callableTarget(&call));
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
  const FunctionDecl *body = callee ? targets_.bodies_.lookup(callee->getCanonicalDecl()) : nullptr;
  if (!body || (method && method->isVirtual() && !method->hasAttr<FinalAttr>())) {
    known_ = false;
    return;
  }
  forEachReturned(body->getBody(), [&](const Expr *value) { expression(value, depth + 1); });
}

Targets::Targets(const ASTContext &context, Program program) : holders_(context, program) {
  for (const FunctionDecl *function : program.functions)
    bodies_.try_emplace(function->getCanonicalDecl(), function);
}

Targets::Functions Targets::of(const Expr &callable) {
  Resolver::Seen seen;
  return Resolver(*this, seen).run(callable);
}

const Expr *calledThrough(const CallExpr &call) {
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(&call)) {
    bool isWrapper = operation->getOperator() == OO_Call && operation->getNumArgs() > 0 &&
                     !wrapperResult(operation->getArg(0)->getType()).isNull();
    return isWrapper ? operation->getArg(0) : nullptr;
  }
  if (call.getDirectCallee() || isa<CXXPseudoDestructorExpr>(call.getCallee()->IgnoreParens()))
    return nullptr;
  const Expr *callee = call.getCallee()->IgnoreParenImpCasts();
  if (const auto *pointer = dyn_cast<BinaryOperator>(callee); pointer && pointer->isPtrMemOp())
    return pointer->getRHS();
  return callee;
}

} // namespace asynctidy::flow
