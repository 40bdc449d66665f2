// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Bodies.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/StringSwitch.h>

using namespace clang;

namespace asynctidy::driver {
namespace {

/// The functions that inference from structure reads.
bool isTelling(const FunctionDecl &function) {
  if (isa<CXXDestructorDecl>(function))
    return true;
  const IdentifierInfo *name = function.getIdentifier();
  return name && llvm::StringSwitch<bool>(name->getName())
                     .Cases("initial_suspend", "final_suspend", "unhandled_exception", true)
                     .Cases("await_ready", "await_suspend", "await_resume", true)
                     .Cases("await_transform", "get_return_object", true)
                     .Default(false);
}

/// Stops at the first call operator that is a template, could be instantiated and is not.
class CallOperators : public RecursiveASTVisitor<CallOperators> {
public:
  explicit CallOperators(const SourceManager &sources) : sources_(sources) {}

  bool found() const { return found_; }
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return false; }

  bool TraverseDecl(Decl *decl) {
    if (!decl || (decl->getLocation().isValid() && sources_.isInSystemHeader(decl->getLocation())))
      return true;
    return RecursiveASTVisitor::TraverseDecl(decl);
  }

  bool VisitLambdaExpr(LambdaExpr *lambda) {
    // Its call operator is no member that is traversed below.
    look(lambda->getCallOperator());
    return !found_;
  }

  bool VisitCXXMethodDecl(CXXMethodDecl *method) {
    look(method);
    return !found_;
  }

private:
  void look(const CXXMethodDecl *method) {
    if (method->getOverloadedOperator() != OO_Call || method->getParent()->isDependentContext())
      return;
    if (const FunctionTemplateDecl *generic = method->getDescribedFunctionTemplate()) {
      // Only its own pattern is dependent.
      const FunctionDecl *pattern = generic->getTemplatedDecl();
      found_ |= pattern->doesThisDeclarationHaveABody() &&
                llvm::none_of(generic->specializations(), [](const FunctionDecl *each) {
                  return each->isDefined() || each->isInvalidDecl();
                });
      return;
    }
    // A member of a class template that was instantiated, itself was not.
    if (const FunctionDecl *pattern = method->getTemplateInstantiationPattern())
      found_ |= pattern->hasBody() && !method->isDefined();
  }

  const SourceManager &sources_;
  bool found_ = false;
};

} // namespace

bool isBodyNeedless(const Decl *decl, const SourceManager &sources) {
  if (!sources.isInSystemHeader(decl->getLocation()))
    return false;
  const FunctionDecl *function = decl->getAsFunction();
  return !function || !isTelling(*function);
}

bool mayMissInstantiations(ASTContext &context) {
  CallOperators visitor(context.getSourceManager());
  visitor.TraverseDecl(context.getTranslationUnitDecl());
  return visitor.found();
}

} // namespace asynctidy::driver
