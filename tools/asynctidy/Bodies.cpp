// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Bodies.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/StringSwitch.h>

using namespace clang;

namespace asynctidy::driver {
namespace {

/// Members that make a class part of how some library implements coroutines.
bool isProtocol(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases("promise_type", "initial_suspend", "final_suspend", "unhandled_exception", true)
      .Cases("await_ready", "await_suspend", "await_resume", "await_transform", true)
      .Case("get_return_object", true)
      .Default(false);
}

/// What owners and error paths call when they let go of a coroutine.
bool isLettingGo(llvm::StringRef name) {
  for (llvm::StringRef part : {"destroy", "detach", "release", "reset", "exception"})
    if (name.contains(part))
      return true;
  return false;
}

bool inStd(const Decl &decl) {
  for (const DeclContext *context = decl.getDeclContext(); context; context = context->getParent())
    if (context->isStdNamespace())
      return true;
  return false;
}

const IdentifierInfo *identifierOf(const Decl *decl) {
  const auto *named = dyn_cast<NamedDecl>(decl);
  return named ? named->getIdentifier() : nullptr;
}

/// The class, or the pattern of the class template, that a base or member type names.
const CXXRecordDecl *recordOf(QualType type) {
  if (const auto *written = type->getAs<TemplateSpecializationType>())
    if (const TemplateDecl *name = written->getTemplateName().getAsTemplateDecl())
      return dyn_cast_or_null<CXXRecordDecl>(name->getTemplatedDecl());
  return type->getAsCXXRecordDecl();
}

/// Whether a body has anything that a check could have an opinion on.
bool isTalkative(const Stmt *body) {
  if (!body)
    return false;
  if (isa<CallExpr, CXXConstructExpr, CXXUnresolvedConstructExpr, CXXNewExpr, CoroutineBodyStmt,
          CoroutineSuspendExpr, DependentCoawaitExpr>(body))
    return true;
  return llvm::any_of(body->children(), isTalkative);
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
      found_ |= pattern->doesThisDeclarationHaveABody() && isTalkative(pattern->getBody()) &&
                llvm::none_of(generic->specializations(), [](const FunctionDecl *each) {
                  return each->isDefined() || each->isInvalidDecl();
                });
      return;
    }
    // A member of a class template that was instantiated, itself was not.
    if (const FunctionDecl *pattern = method->getTemplateInstantiationPattern())
      found_ |= !method->isDefined() && isTalkative(pattern->getBody());
  }

  const SourceManager &sources_;
  bool found_ = false;
};

} // namespace

bool NeedlessBodies::isMachinery(const CXXRecordDecl *record) {
  auto [place, isNew] = machinery_.try_emplace(record->getCanonicalDecl(), false);
  if (!isNew)
    return place->second;
  bool result = llvm::any_of(record->decls(), [](const Decl *member) {
    const IdentifierInfo *name = identifierOf(member);
    return name && isProtocol(name->getName());
  });
  if (const auto *outer = dyn_cast<CXXRecordDecl>(record->getDeclContext()))
    result = result || isMachinery(outer);
  if (!result && record->hasDefinition())
    result = llvm::any_of(record->bases(), [&](const CXXBaseSpecifier &base) {
      const CXXRecordDecl *inherited = recordOf(base.getType());
      const CXXRecordDecl *definition = inherited ? inherited->getDefinition() : nullptr;
      return definition && isMachinery(definition);
    });
  return machinery_[record->getCanonicalDecl()] = result;
}

bool NeedlessBodies::contains(const Decl *decl) {
  if (!sources_.isInSystemHeader(decl->getLocation()))
    return false;
  const FunctionDecl *function = decl->getAsFunction();
  if (!function)
    return true;
  // A conversion may always give the same answer to a condition.
  if (isa<CXXDestructorDecl, CXXConversionDecl>(function))
    return false;
  const IdentifierInfo *name = function->getIdentifier();
  if (name && isProtocol(name->getName()))
    return false;
  if (inStd(*function))
    return true;
  if (name && isLettingGo(name->getName()))
    return false;
  const auto *method = dyn_cast<CXXMethodDecl>(function);
  return !method || !isMachinery(method->getParent());
}

bool mayMissInstantiations(ASTContext &context) {
  CallOperators visitor(context.getSourceManager());
  visitor.TraverseDecl(context.getTranslationUnitDecl());
  return visitor.found();
}

} // namespace asynctidy::driver
