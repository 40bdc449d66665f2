// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/TokenTakers.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Whether anything is called, construction apart.
class Calling : public RecursiveASTVisitor<Calling> {
public:
  bool in(const Expr *expr) {
    TraverseStmt(const_cast<Expr *>(expr));
    return found_;
  }
  bool VisitCallExpr(CallExpr *) {
    found_ = true;
    return false;
  }

private:
  bool found_ = false;
};

bool isA(QualType type, const CXXRecordDecl &token) {
  const CXXRecordDecl *record = model::recordOf(type);
  return record && record->getCanonicalDecl() == token.getCanonicalDecl();
}

/// Whether \p longer has the parameters of \p function and the one at \p extra.
bool extends(const FunctionDecl &longer, const FunctionDecl &function, unsigned extra,
             const ASTContext &context) {
  for (unsigned i = 0; i < function.getNumParams(); ++i) {
    QualType mine = function.getParamDecl(i)->getType();
    QualType other = longer.getParamDecl(i < extra ? i : i + 1)->getType();
    if (!mine->isDependentType() && !other->isDependentType() && !context.hasSameType(mine, other))
      return false;
  }
  return true;
}

const FunctionDecl &asWritten(const FunctionDecl &function) {
  const FunctionTemplateDecl *primary = function.getPrimaryTemplate();
  return primary ? *primary->getTemplatedDecl() : function;
}

} // namespace

const ParmVarDecl *defaultedTaker(const Call &call, const CXXRecordDecl &token) {
  const ParmVarDecl *taker = nullptr;
  for (unsigned i = 0; i < call.callee->getNumParams(); ++i) {
    const ParmVarDecl *parameter = call.callee->getParamDecl(i);
    if (!isA(parameter->getType(), token))
      continue;
    if (call.argument(i) || !parameter->hasDefaultArg())
      return nullptr;
    taker = parameter;
  }
  if (!taker)
    return nullptr;
  if (taker->hasUninstantiatedDefaultArg() || taker->hasUnparsedDefaultArg())
    return taker;
  return Calling().in(taker->getDefaultArg()) ? nullptr : taker;
}

const ParmVarDecl *overloadedTaker(const Call &call, const CXXRecordDecl &token,
                                   const Function &function, const ASTContext &context) {
  if (isa<CXXConstructorDecl, CXXConversionDecl>(call.callee) ||
      call.callee->isOverloadedOperator() || !call.callee->getIdentifier() ||
      llvm::any_of(call.callee->parameters(),
                   [&](const ParmVarDecl *parameter) { return isA(parameter->getType(), token); }))
    return nullptr;
  const FunctionDecl &callee = asWritten(*call.callee);
  for (const NamedDecl *found :
       callee.getDeclContext()->getRedeclContext()->lookup(callee.getDeclName())) {
    const auto *other = dyn_cast_or_null<FunctionDecl>(found->getAsFunction());
    if (!other || other->isDeleted() || other->getNumParams() != callee.getNumParams() + 1 ||
        other->isTemplated() != callee.isTemplated())
      continue;
    // What is given the token may be there to call the rest.
    if (other->getCanonicalDecl() == asWritten(*function.decl).getCanonicalDecl() ||
        (other->getAccess() != AS_public && other->getAccess() != AS_none &&
         other->getAccess() != callee.getAccess()))
      continue;
    for (unsigned i = 0; i < other->getNumParams(); ++i)
      if (isA(other->getParamDecl(i)->getType(), token) && extends(*other, callee, i, context))
        return other->getParamDecl(i);
  }
  return nullptr;
}

} // namespace asynctidy::flow
