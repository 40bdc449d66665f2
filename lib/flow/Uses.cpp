// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Uses.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Finds the functions that are named, or the lambdas that stand, elsewhere than as what is called,
/// and all calls.
class NamingVisitor : public RecursiveASTVisitor<NamingVisitor> {
public:
  llvm::DenseSet<const FunctionDecl *> named;
  llvm::SmallVector<const CallExpr *, 0> calls;

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitCallExpr(CallExpr *call) {
    calls.push_back(call);
    const auto *operation = dyn_cast<CXXOperatorCallExpr>(call);
    const bool isOfObject = operation && operation->getOperator() == OO_Call;
    called_.insert(isOfObject ? stripped(operation->getArg(0))
                              : call->getCallee()->IgnoreParenImpCasts());
    if (operation) // the operator itself
      called_.insert(call->getCallee()->IgnoreParenImpCasts());
    return true;
  }
  bool VisitVarDecl(VarDecl *variable) {
    // A variable that holds the lambda itself is followed by its own name.
    if (variable->getInit() && !variable->getType()->isReferenceType())
      if (const auto *lambda = dyn_cast<LambdaExpr>(stripped(variable->getInit()));
          lambda && lambda->getLambdaClass() == variable->getType()->getAsCXXRecordDecl())
        called_.insert(lambda);
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *name) {
    if (called_.contains(name))
      return true;
    if (const auto *function = dyn_cast<FunctionDecl>(name->getDecl()))
      add(*function);
    else if (const CXXRecordDecl *record = name->getType()->getAsCXXRecordDecl();
             record && record->isLambda())
      add(record);
    return true;
  }
  bool VisitMemberExpr(MemberExpr *name) {
    if (const auto *method = dyn_cast<CXXMethodDecl>(name->getMemberDecl());
        method && !called_.contains(name))
      add(*method);
    return true;
  }
  bool VisitOverloadExpr(OverloadExpr *name) {
    for (const NamedDecl *each : name->decls())
      if (const FunctionDecl *function = each->getAsFunction())
        add(*function);
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *lambda) {
    if (!called_.contains(lambda))
      add(lambda->getLambdaClass());
    return true;
  }

private:
  void add(const FunctionDecl &function) { named.insert(function.getCanonicalDecl()); }
  void add(const CXXRecordDecl *lambda) {
    if (const CXXMethodDecl *operation = lambda->getLambdaCallOperator())
      add(*operation);
  }

  llvm::DenseSet<const Stmt *> called_;
};

} // namespace

void Uses::collect() {
  isCollected_ = true;
  llvm::DenseSet<const Expr *> known;
  for (const Function &function : unit_.functions()) {
    for (const Call &call : function.calls) {
      uses_[call.callee->getCanonicalDecl()].push_back({&function, call.expr});
      known.insert(call.expr);
    }
    for (const Call &call : function.indirectCalls)
      usedOtherwise_.insert(call.callee->getCanonicalDecl());
    for (const HandOver &handOver : function.handOvers)
      for (const FunctionDecl *target : handOver.targets)
        usedOtherwise_.insert(target->getCanonicalDecl());
  }
  NamingVisitor visitor;
  const SourceManager &sources = unit_.context().getSourceManager();
  auto visit = [&](Decl *top) {
    if (!sources.isInSystemHeader(sources.getExpansionLoc(top->getLocation())))
      visitor.TraverseDecl(top);
  };
  for (Decl *declaration : unit_.context().getTraversalScope())
    if (auto *all = dyn_cast<TranslationUnitDecl>(declaration))
      llvm::for_each(all->decls(), visit);
    else
      visit(declaration);
  usedOtherwise_.insert(visitor.named.begin(), visitor.named.end());
  for (const CallExpr *call : visitor.calls)
    if (const FunctionDecl *callee = call->getDirectCallee(); callee && !known.contains(call))
      usedOtherwise_.insert(callee->getCanonicalDecl());
}

llvm::ArrayRef<Use> Uses::of(const Function &function) {
  if (!isCollected_)
    collect();
  auto place = uses_.find(function.decl->getCanonicalDecl());
  return place == uses_.end() ? llvm::ArrayRef<Use>() : llvm::ArrayRef<Use>(place->second);
}

bool Uses::areAllKnown(const Function &function) {
  if (!isCollected_)
    collect();
  const SourceManager &sources = unit_.context().getSourceManager();
  const FunctionDecl *first = function.decl->getCanonicalDecl();
  const auto *method = dyn_cast<CXXMethodDecl>(first);
  return !usedOtherwise_.contains(first) && !(method && method->isVirtual()) &&
         sources.isInMainFile(sources.getExpansionLoc(first->getLocation()));
}

} // namespace asynctidy::flow
