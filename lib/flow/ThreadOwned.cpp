// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ThreadOwned.h"

#include "flow/Objects.h"
#include "flow/Unit.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/Lex/Lexer.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Functions that return each other's results; this ends recursion.
constexpr unsigned maxDepth = 32;

using Found = std::optional<ThreadOwned>;

Found find(const Expr *expr, Unit &unit, unsigned depth);

bool isThreadLocal(const ValueDecl &declaration) {
  const auto *variable = dyn_cast<VarDecl>(&declaration);
  return variable && variable->getTLSKind() != VarDecl::TLS_None;
}

/// errno is a macro by the standard, over whatever the system has.
bool isErrno(const Expr &expr, const ASTContext &context) {
  SourceLocation place = expr.getBeginLoc();
  return place.isMacroID() && Lexer::getImmediateMacroName(place, context.getSourceManager(),
                                                           context.getLangOpts()) == "errno";
}

Found ofDeclaration(const ValueDecl &declaration, Unit &unit, unsigned depth) {
  const auto *variable = dyn_cast<VarDecl>(&declaration);
  if (!variable)
    return std::nullopt;
  if (isThreadLocal(*variable)) {
    // What a thread_local reference refers to is anybody's; a constant may be meant to be kept.
    QualType type = variable->getType();
    if (type->isReferenceType() || type.isConstQualified())
      return std::nullopt;
    return ThreadOwned{variable};
  }
  if (variable->hasLocalStorage() && !isa<ParmVarDecl>(variable) && variable->getInit() &&
      variable->getType()->isReferenceType())
    return find(variable->getInit(), unit, depth + 1);
  return std::nullopt;
}

/// Calls \p visit for each node below \p node, lambdas' bodies apart.
void forEachNode(const Stmt *node, llvm::function_ref<void(const Stmt &)> visit) {
  if (!node)
    return;
  visit(*node);
  if (isa<LambdaExpr>(node))
    return;
  if (const auto *init = dyn_cast<CXXDefaultInitExpr>(node))
    return forEachNode(init->getExpr(), visit);
  for (const Stmt *child : node->children())
    forEachNode(child, visit);
}

/// What every return of \p callee yields.
Found returnedBy(const FunctionDecl *callee, Unit &unit, unsigned depth) {
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
  const Function *function = callee ? unit.find(callee) : nullptr;
  if (!function || !function->body || function->isCoroutine || (method && method->isVirtual()))
    return std::nullopt;
  Found result;
  bool certain = true;
  forEachNode(function->body, [&](const Stmt &node) {
    const auto *exit = dyn_cast<ReturnStmt>(&node);
    if (!exit || !certain)
      return;
    Found one = exit->getRetValue() ? find(exit->getRetValue(), unit, depth + 1) : std::nullopt;
    certain = one && (!result || result->variable == one->variable);
    result = one;
  });
  return certain ? result : std::nullopt;
}

/// Whether references and pointers that a class of the standard library hands out are into itself,
/// or to what it alone owns.
bool ownsWhatItShows(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record || !record->isInStdNamespace() || !record->getIdentifier())
    return false;
  return !llvm::StringSwitch<bool>(record->getName())
              .Cases("shared_ptr", "weak_ptr", "reference_wrapper", "span", "basic_string_view",
                     "function", true)
              .Default(false);
}

Found ofCall(const CallExpr &call, Unit &unit, unsigned depth) {
  const FunctionDecl *callee = call.getDirectCallee();
  if (!call.isLValue() && !call.getType()->isPointerType())
    return std::nullopt;
  if (callee && callee->isInStdNamespace() && callee->getIdentifier() && call.getNumArgs() == 1 &&
      (callee->getName() == "addressof" || callee->getName() == "as_const" ||
       callee->getName() == "forward"))
    return find(call.getArg(0), unit, depth + 1);
  if (const Expr *object = objectOfCall(call)) {
    // As it is declared: the method may be a base class's.
    QualType type = object->IgnoreParenImpCasts()->getType();
    if (ownsWhatItShows(type->isPointerType() ? type->getPointeeType() : type))
      return find(object, unit, depth + 1);
  }
  return returnedBy(callee, unit, depth);
}

Found ofCast(const CastExpr &cast, Unit &unit, unsigned depth) {
  switch (cast.getCastKind()) {
  case CK_NoOp:
  case CK_ArrayToPointerDecay:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
  case CK_Dynamic:
  case CK_BitCast:
  case CK_LValueBitCast:
    return find(cast.getSubExpr(), unit, depth + 1);
  default:
    return std::nullopt; // a value that is read out of it
  }
}

Found find(const Expr *expr, Unit &unit, unsigned depth) {
  if (!expr || depth > maxDepth)
    return std::nullopt;
  expr = expr->IgnoreParens();
  if (expr->isLValue() && isErrno(*expr, unit.context()))
    return ThreadOwned{};
  if (const auto *full = dyn_cast<FullExpr>(expr))
    return find(full->getSubExpr(), unit, depth + 1);
  if (const auto *cast = dyn_cast<CastExpr>(expr))
    return ofCast(*cast, unit, depth);
  if (const auto *reference = dyn_cast<DeclRefExpr>(expr))
    return ofDeclaration(*reference->getDecl(), unit, depth);
  if (const auto *member = dyn_cast<MemberExpr>(expr)) {
    const ValueDecl *declaration = member->getMemberDecl();
    if (!isa<FieldDecl>(declaration))
      return ofDeclaration(*declaration, unit, depth);
    if (declaration->getType()->isReferenceType())
      return std::nullopt;
    return find(member->getBase(), unit, depth + 1);
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(expr)) {
    bool follows = unary->getOpcode() == UO_AddrOf || unary->getOpcode() == UO_Deref;
    return follows ? find(unary->getSubExpr(), unit, depth + 1) : std::nullopt;
  }
  if (const auto *element = dyn_cast<ArraySubscriptExpr>(expr))
    return find(element->getBase(), unit, depth + 1);
  if (const auto *choice = dyn_cast<ConditionalOperator>(expr)) {
    Found one = find(choice->getTrueExpr(), unit, depth + 1);
    return one && find(choice->getFalseExpr(), unit, depth + 1) ? one : std::nullopt;
  }
  if (const auto *call = dyn_cast<CallExpr>(expr))
    return ofCall(*call, unit, depth);
  return std::nullopt;
}

/// The thread_local variable that \p node changes, or a part of it.
const VarDecl *changedBy(const Stmt &node, Unit &unit) {
  const Expr *changed = nullptr;
  if (const auto *binary = dyn_cast<BinaryOperator>(&node); binary && binary->isAssignmentOp())
    changed = binary->getLHS();
  else if (const auto *unary = dyn_cast<UnaryOperator>(&node);
           unary && unary->isIncrementDecrementOp())
    changed = unary->getSubExpr();
  else if (const auto *call = dyn_cast<CallExpr>(&node))
    if (const auto *method = dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee());
        method && !method->isConst())
      changed = objectOfCall(*call);
  Found found = changed ? find(changed, unit, 0) : std::nullopt;
  return found ? found->variable : nullptr;
}

bool names(const Stmt *root, const VarDecl &variable) {
  bool result = false;
  forEachNode(root, [&](const Stmt &node) {
    const auto *reference = dyn_cast<DeclRefExpr>(&node);
    const auto *member = dyn_cast<MemberExpr>(&node);
    const ValueDecl *named = reference ? reference->getDecl()
                             : member  ? member->getMemberDecl()
                                       : nullptr;
    result |= named && named->getCanonicalDecl() == variable.getCanonicalDecl();
  });
  return result;
}

/// Whether a constructor that somebody wrote, or a member's initialiser, names \p variable.
bool beginsWith(const CXXRecordDecl &record, const VarDecl &variable) {
  for (const FieldDecl *field : record.fields())
    if (field->hasInClassInitializer() && names(field->getInClassInitializer(), variable))
      return true;
  return llvm::any_of(record.ctors(), [&](const CXXConstructorDecl *constructor) {
    const FunctionDecl *definition = constructor->getDefinition();
    if (constructor->isCopyOrMoveConstructor() || !definition || !definition->hasBody())
      return false;
    return names(definition->getBody(), variable) ||
           llvm::any_of(
               cast<CXXConstructorDecl>(definition)->inits(),
               [&](const CXXCtorInitializer *init) { return names(init->getInit(), variable); });
  });
}

} // namespace

std::optional<ThreadOwned> threadOwned(const Expr &expr, Unit &unit) {
  return find(&expr, unit, 0);
}

bool isMadeForThreads(QualType type, Unit &unit) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  record = record ? record->getDefinition() : nullptr;
  if (!record)
    return type.getNonReferenceType()->isAtomicType();
  auto isOne = [&](QualType each) {
    const CXXRecordDecl *part = each->getAsCXXRecordDecl();
    bool isAtomic = part && part->isInStdNamespace() && part->getIdentifier() &&
                    part->getName().starts_with("atomic");
    return isAtomic || unit.knowledge().type(each).role == model::Role::Lock;
  };
  return isOne(type.getNonReferenceType()) ||
         llvm::any_of(record->fields(), [&](const FieldDecl *f) { return isOne(f->getType()); });
}

const VarDecl *restoredByGuard(QualType type, Unit &unit) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  record = record ? record->getDefinition() : nullptr;
  const CXXDestructorDecl *destructor = record ? record->getDestructor() : nullptr;
  const FunctionDecl *definition = destructor ? destructor->getDefinition() : nullptr;
  if (!definition || !definition->hasBody() || record->isInStdNamespace())
    return nullptr;
  const VarDecl *restored = nullptr;
  forEachNode(definition->getBody(), [&](const Stmt &node) {
    if (const VarDecl *variable = changedBy(node, unit); variable && !restored)
      restored = variable;
  });
  return restored && beginsWith(*record, *restored) ? restored : nullptr;
}

} // namespace asynctidy::flow
