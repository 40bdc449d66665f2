// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types of expressions, and what calls call, in bodies that may be patterns.
#include "coro/Symbols.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// An `auto` that is not replaced yet. Type::isUndeducedType takes a dependent one for deduced.
bool isUndeduced(QualType type) {
  const DeducedType *deduced = type->getContainedDeducedType();
  return deduced && deduced->getDeducedType().isNull();
}

bool isPlaceholder(QualType type) {
  return type.isNull() || type->isSpecificPlaceholderType(BuiltinType::BoundMember) ||
         type->isPlaceholderType() || type->isSpecificBuiltinType(BuiltinType::Dependent) ||
         isUndeduced(type);
}

/// Functions of namespace std that return what they are given.
bool forwards(llvm::StringRef name) {
  return name == "move" || name == "forward" || name == "exchange" || name == "as_const" ||
         name == "forward_like";
}

void collectReturns(const Stmt *node, llvm::SmallVectorImpl<const Expr *> &values,
                    const Symbols &symbols, const ScopePtr &scope) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *exit = dyn_cast<ReturnStmt>(node)) {
    values.push_back(exit->getRetValue());
    return;
  }
  if (const auto *branch = dyn_cast<IfStmt>(node); branch && branch->isConstexpr())
    if (std::optional<bool> taken = symbols.constant(*branch->getCond(), scope))
      return collectReturns(*taken ? branch->getThen() : branch->getElse(), values, symbols, scope);
  for (const Stmt *child : node->children())
    collectReturns(child, values, symbols, scope);
}

llvm::StringRef identifier(DeclarationName name) {
  return name.isIdentifier() ? name.getAsIdentifierInfo()->getName() : llvm::StringRef();
}

} // namespace

TypeRef Symbols::pointee(TypeRef type) const {
  type = resolve(type);
  if (!type)
    return {};
  const QualType value = type.type.getNonReferenceType();
  if (value->isPointerType())
    return {value->getPointeeType(), type.scope};
  const Head found = head({value, type.scope});
  if (isStd(found.name, "unique_ptr") || isStd(found.name, "shared_ptr") ||
      isStd(found.name, "optional"))
    return typeArgument({value, type.scope}, 0);
  for (const Member &arrow : functions(classOf({value, type.scope}), OO_Arrow))
    return pointee(returned(arrow));
  return {};
}

TypeRef Symbols::typeOf(const Expr &expr, const ScopePtr &scope) const {
  if (!isPlaceholder(expr.getType()) && !isa<InitListExpr>(expr))
    return {expr.getType(), scope};
  return dependentType(*expr.IgnoreParenImpCasts(), scope);
}

TypeRef Symbols::dependentType(const Expr &expr, const ScopePtr &scope) const {
  const Step step(*this);
  if (!step)
    return {};
  if (const auto *cast = dyn_cast<ExplicitCastExpr>(&expr))
    return {cast->getTypeAsWritten(), scope};
  if (const auto *made = dyn_cast<CXXUnresolvedConstructExpr>(&expr))
    return {made->getTypeAsWritten(), scope};
  if (const auto *name = dyn_cast<DeclRefExpr>(&expr)) {
    const auto *variable = dyn_cast<VarDecl>(name->getDecl());
    if (!variable)
      return {};
    if (!isPlaceholder(variable->getType()))
      return {variable->getType(), scope};
    return variable->getInit() ? typeOf(*variable->getInit(), scope) : TypeRef();
  }
  if (const auto *list = dyn_cast<ParenListExpr>(&expr))
    return list->getNumExprs() == 1 ? typeOf(*list->getExpr(0), scope) : TypeRef();
  if (const auto *list = dyn_cast<InitListExpr>(&expr)) {
    if (list->getType().isNull() || list->getType()->isVoidType() || isPlaceholder(list->getType()))
      return list->getNumInits() == 1 ? typeOf(*list->getInit(0), scope) : TypeRef();
    return {list->getType(), scope};
  }
  if (const auto *access = dyn_cast<CXXDependentScopeMemberExpr>(&expr)) {
    TypeRef object{access->getBaseType(), scope};
    if (!access->isImplicitAccess() && isPlaceholder(object.type))
      object = typeOf(*access->getBase(), scope);
    if (access->isArrow())
      object = pointee(object);
    for (const Member &member : members(classOf(object), access->getMember()))
      if (const auto *field = dyn_cast<ValueDecl>(member.decl); field && !isa<FunctionDecl>(field))
        return {field->getType(), member.owner.scope};
    return {};
  }
  if (const auto *member = dyn_cast<MemberExpr>(&expr))
    return {member->getMemberDecl()->getType(), scope};
  if (const auto *unary = dyn_cast<UnaryOperator>(&expr)) {
    const TypeRef operand = typeOf(*unary->getSubExpr(), scope);
    if (unary->getOpcode() == UO_Deref)
      return pointee(operand);
    if (unary->getOpcode() == UO_AddrOf && operand)
      return {context_.getPointerType(operand.type.getNonReferenceType()), operand.scope};
    return {};
  }
  if (const auto *choice = dyn_cast<ConditionalOperator>(&expr))
    return typeOf(*choice->getTrueExpr(), scope);
  if (const std::optional<Call> made = call(expr, scope)) {
    if (made->op == OO_Star && made->object)
      return made->objectType;
    if (!made->object && forwards(made->name) && !made->arguments.empty())
      return typeOf(*made->arguments[0], scope);
    if (made->name.starts_with("from_") && isHandle(made->objectType))
      return made->objectType;
    for (const Member &callee : made->callees)
      return returned(callee);
  }
  return {};
}

TypeRef Symbols::returned(const Member &member) const {
  const auto *function = dyn_cast_or_null<FunctionDecl>(member.decl);
  if (!function)
    return {};
  const QualType declared = function->getReturnType();
  if (!isUndeduced(declared))
    return {declared, member.owner.scope};
  const Body written = body(member);
  const Step step(*this);
  if (!written || !step)
    return {};
  llvm::SmallVector<const Expr *, 4> values;
  collectReturns(written.statement, values, *this, written.scope);
  TypeRef agreed;
  for (const Expr *value : values) {
    const TypeRef type = value ? resolve(typeOf(*value, written.scope)) : TypeRef();
    if (!type || (agreed && agreed.type != type.type))
      return {};
    agreed = type;
  }
  return agreed;
}

void Symbols::resolveCallee(const CallExpr &expr, const ScopePtr &scope, Call &call) const {
  const auto addAll = [&](const std::vector<Member> &found) {
    for (const Member &member : found) {
      const NamedDecl *decl = member.decl;
      if (const auto *named = dyn_cast<FunctionTemplateDecl>(decl))
        decl = named->getTemplatedDecl();
      if (isa<FunctionDecl>(decl))
        call.callees.push_back({decl, member.owner});
    }
  };
  const auto addOverloads = [&](const OverloadExpr &overloads, ScopePtr owner) {
    std::vector<Member> found;
    for (const NamedDecl *decl : overloads.decls())
      found.push_back({decl->getUnderlyingDecl(), Class{nullptr, owner}});
    addAll(found);
  };
  const Expr *callee = expr.getCallee()->IgnoreParenImpCasts();
  if (const auto *member = dyn_cast<MemberExpr>(callee)) {
    call.name = identifier(member->getMemberDecl()->getDeclName());
    call.object = member->getBase();
    call.objectType = typeOf(*call.object, scope);
    if (member->isArrow())
      call.objectType = pointee(call.objectType);
    addAll({{member->getMemberDecl(), classOf(call.objectType)}});
  } else if (const auto *member = dyn_cast<CXXDependentScopeMemberExpr>(callee)) {
    call.name = identifier(member->getMember());
    call.objectType = {member->getBaseType(), scope};
    call.object = callee;
    if (!member->isImplicitAccess()) {
      call.object = member->getBase();
      call.objectType = typeOf(*call.object, scope);
    }
    if (member->isArrow())
      call.objectType = pointee(call.objectType);
    addAll(members(classOf(call.objectType), member->getMember()));
  } else if (const auto *member = dyn_cast<UnresolvedMemberExpr>(callee)) {
    call.name = identifier(member->getMemberName());
    call.objectType = {member->getBaseType(), scope};
    call.object = member->isImplicitAccess() ? callee : member->getBase();
    if (member->isArrow())
      call.objectType = pointee(call.objectType);
    addOverloads(*member, scope);
  } else if (const auto *name = dyn_cast<UnresolvedLookupExpr>(callee)) {
    call.name = identifier(name->getName());
    addOverloads(*name, scope);
  } else if (const auto *name = dyn_cast<DeclRefExpr>(callee)) {
    call.name = identifier(name->getDecl()->getDeclName());
    if (const auto *method = dyn_cast<CXXMethodDecl>(name->getDecl()))
      call.objectType = {context_.getTypeDeclType(method->getParent()), scope};
    addAll({{name->getDecl(), classOf(call.objectType)}});
  } else if (const auto *name = dyn_cast<DependentScopeDeclRefExpr>(callee)) {
    call.name = identifier(name->getDeclName());
    if (const clang::Type *qualifier = name->getQualifier()->getAsType())
      call.objectType = {QualType(qualifier, 0), scope};
    addAll(members(classOf(call.objectType), name->getDeclName()));
  } else {
    // A call of an object: handle(), deleter(x).
    call.op = OO_Call;
    call.object = callee;
    call.objectType = typeOf(*callee, scope);
    addAll(functions(classOf(call.objectType), OO_Call));
  }
}

std::optional<Call> Symbols::call(const Expr &expr, const ScopePtr &scope) const {
  const auto *written = dyn_cast<CallExpr>(&expr);
  if (!written)
    return std::nullopt;
  Call result;
  result.expr = &expr;
  result.arguments.append(written->arg_begin(), written->arg_end());
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(written)) {
    result.op = operation->getOperator();
    if (result.arguments.empty())
      return std::nullopt;
    result.object = result.arguments[0];
    result.arguments.erase(result.arguments.begin());
    result.objectType = typeOf(*result.object, scope);
    if (result.op == OO_Star || result.op == OO_Arrow)
      result.objectType = pointee(result.objectType);
    if (const FunctionDecl *callee = operation->getDirectCallee())
      result.callees.push_back({callee, classOf(result.objectType)});
    else if (result.op == OO_Call)
      for (const Member &callee : functions(classOf(result.objectType), OO_Call))
        result.callees.push_back(callee);
    return result;
  }
  resolveCallee(*written, scope, result);
  return result;
}

} // namespace asynctidy::coro
