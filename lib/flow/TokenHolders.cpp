// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/TokenHolders.h"

#include "flow/Callables.h"

#include <clang/AST/RecursiveASTVisitor.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

using Variables = llvm::SmallPtrSet<const ValueDecl *, 4>;

/// Whether an expression names one of some variables, captures of lambdas included.
class Naming : public RecursiveASTVisitor<Naming> {
public:
  explicit Naming(const Variables &variables) : variables_(variables) {}

  bool in(const Stmt *statement) {
    found_ = false;
    TraverseStmt(const_cast<Stmt *>(statement));
    return found_;
  }
  bool VisitDeclRefExpr(DeclRefExpr *reference) {
    found_ |= variables_.contains(reference->getDecl());
    return !found_;
  }

private:
  const Variables &variables_;
  bool found_ = false;
};

/// The variables whose members or methods are given one of some variables:
/// options.token = token; request.cancelWith(token);
class Receiving : public RecursiveASTVisitor<Receiving> {
public:
  explicit Receiving(const Variables &given) : given_(given) {}

  Variables found;

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *call) {
    for (const Expr *argument : call->arguments())
      look(argument, call->getImplicitObjectArgument());
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *call) {
    if (call->isAssignmentOp())
      look(call->getArg(1), call->getArg(0));
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *operation) {
    if (operation->isAssignmentOp())
      look(operation->getRHS(), operation->getLHS());
    return true;
  }

private:
  void look(const Expr *value, const Expr *object) {
    if (!Naming(given_).in(value))
      return;
    while (const auto *member = dyn_cast<MemberExpr>(object->IgnoreParenImpCasts()))
      object = member->getBase();
    if (const auto *reference = dyn_cast<DeclRefExpr>(object->IgnoreParenImpCasts()))
      found.insert(reference->getDecl());
  }

  const Variables &given_;
};

} // namespace

TokenHolders::TokenHolders(const ParmVarDecl &token, const Function &function,
                           const Mentions &mentions) {
  all_.insert(&token);
  Receiving receiving(all_);
  receiving.TraverseStmt(const_cast<Stmt *>(function.body));
  all_.insert(receiving.found.begin(), receiving.found.end());
  // Those made from the token, then those made from these.
  for (std::size_t before = 0; before != all_.size();) {
    before = all_.size();
    for (const Mention &mention : mentions.all())
      if (const auto *variable = dyn_cast<VarDecl>(mention.variable);
          variable && variable->isLocalVarDecl() && variable->getInit() &&
          Naming(all_).in(variable->getInit()))
        all_.insert(variable);
    for (const VarDecl *variable : function.variables)
      if (variable->getInit() && Naming(all_).in(variable->getInit()))
        all_.insert(variable);
  }
}

bool TokenHolders::areIn(const Call &call) const { return Naming(all_).in(call.expr); }

bool TokenHolders::isCallback(const ValueDecl &variable) const {
  const auto *local = dyn_cast<VarDecl>(&variable);
  const Expr *made = local && all_.contains(local) ? local->getInit() : nullptr;
  const auto *construct = made ? dyn_cast<CXXConstructExpr>(made->IgnoreImplicit()) : nullptr;
  if (const auto *call = made ? dyn_cast<CallExpr>(made->IgnoreImplicit()) : nullptr)
    return llvm::any_of(call->arguments(), isCallable);
  return construct && construct->getNumArgs() > 1 &&
         llvm::any_of(construct->arguments(), isCallable);
}

bool isCallable(const Expr *expr) {
  return expr && (callableTarget(expr) || !wrapperResult(expr->getType()).isNull());
}

} // namespace asynctidy::flow
