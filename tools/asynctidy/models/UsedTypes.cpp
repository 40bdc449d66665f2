// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/UsedTypes.h"

#include "model/Document.h"
#include "model/Knowledge.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/StringSwitch.h>

using namespace clang;

namespace asynctidy::driver {
namespace {

/// Functions that hand awaiters to the compiler.
bool handsOutAwaiters(const FunctionDecl &function) {
  if (function.getOverloadedOperator() == OO_Coawait)
    return true;
  const IdentifierInfo *name = function.getIdentifier();
  return name &&
         llvm::StringSwitch<bool>(name->getName())
             .Cases("initial_suspend", "final_suspend", "yield_value", "await_transform", true)
             .Default(false);
}

/// What instantiations and redeclarations have in common.
const CXXRecordDecl *origin(const CXXRecordDecl &record) {
  if (const CXXRecordDecl *pattern = record.getTemplateInstantiationPattern())
    return pattern->getCanonicalDecl();
  return record.getCanonicalDecl();
}

} // namespace

class UsedTypes::Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(const ASTContext &context, UsedTypes &into)
      : sources_(context.getSourceManager()), into_(into) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *decl) {
    if (!decl || (decl->getLocation().isValid() && sources_.isInSystemHeader(decl->getLocation())))
      return true;
    return RecursiveASTVisitor::TraverseDecl(decl);
  }

  bool VisitCXXRecordDecl(CXXRecordDecl *record) {
    if (record->isThisDeclarationADefinition() && !record->isLambda() && !record->isImplicit())
      into_.classes_.insert(record);
    return true;
  }

  bool VisitFunctionDecl(FunctionDecl *function) {
    const CXXRecordDecl *returned = model::recordOf(function->getReturnType());
    if (returned && handsOutAwaiters(*function))
      into_.machinery_.insert(origin(*returned));
    else if (returned)
      use(*returned);
    return true;
  }

  bool VisitVarDecl(VarDecl *variable) {
    if (const CXXRecordDecl *record = model::recordOf(variable->getType()))
      use(*record);
    return true;
  }

  bool VisitCoawaitExpr(CoawaitExpr *expr) {
    if (!expr->isImplicit())
      await(*expr->getOperand());
    return true;
  }

  bool VisitDependentCoawaitExpr(DependentCoawaitExpr *expr) {
    await(*expr->getOperand());
    return true;
  }

private:
  void await(const Expr &operand) {
    const CXXRecordDecl *record = model::recordOf(operand.IgnoreParenImpCasts()->getType());
    if (!record)
      return;
    use(*record);
    into_.awaited_.insert(origin(*record));
  }

  /// Classes of the user's own are found where they are defined.
  void use(const CXXRecordDecl &record) {
    const CXXRecordDecl *definition = record.getDefinition();
    if (!definition)
      definition = model::definitionOf(record);
    if (definition && !definition->isLambda() &&
        sources_.isInSystemHeader(definition->getLocation()))
      into_.classes_.insert(definition);
  }

  const SourceManager &sources_;
  UsedTypes &into_;
};

UsedTypes::UsedTypes(ASTContext &context) {
  Collector(context, *this).TraverseDecl(context.getTranslationUnitDecl());
}

bool UsedTypes::isAwaited(const CXXRecordDecl &record) const {
  return awaited_.contains(origin(record));
}

bool UsedTypes::isMachinery(const CXXRecordDecl &record) const {
  return machinery_.contains(origin(record));
}

bool hasOwnAwaiter(const CXXRecordDecl &record) {
  return llvm::any_of(record.decls(), [](const Decl *member) {
    const FunctionDecl *function = member->getAsFunction();
    return function && (function->getOverloadedOperator() == OO_Coawait ||
                        (function->getIdentifier() && function->getName() == "await_suspend"));
  });
}

namespace {

/// Collects the declarations that models call by one name.
template <class T> class Finder : public RecursiveASTVisitor<Finder<T>> {
public:
  explicit Finder(llvm::StringRef subject)
      : subject_(subject), last_(model::lastComponent(subject)) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  // Bodies declare nothing that models can name.
  // NOLINTNEXTLINE(readability-identifier-naming): the visitor's name for it
  bool TraverseStmt(Stmt *) { return true; }

  // NOLINTNEXTLINE(readability-identifier-naming): the visitor's name for it
  bool VisitNamedDecl(NamedDecl *decl) {
    const auto *wanted = dyn_cast<T>(decl);
    if (!wanted || decl->isImplicit() || model::lastComponent(*decl) != last_ ||
        model::qualifiedName(*decl) != subject_)
      return true;
    const auto *record = dyn_cast<CXXRecordDecl>(decl);
    if (!record || record->isThisDeclarationADefinition())
      found.push_back(wanted);
    return true;
  }

  std::vector<const T *> found;

private:
  llvm::StringRef subject_;
  llvm::StringRef last_;
};

template <class T> std::vector<const T *> called(llvm::StringRef subject, ASTContext &context) {
  Finder<T> finder(subject);
  finder.TraverseDecl(context.getTranslationUnitDecl());
  return std::move(finder.found);
}

} // namespace

std::vector<const CXXRecordDecl *> classesCalled(llvm::StringRef subject, ASTContext &context) {
  return called<CXXRecordDecl>(subject, context);
}

std::vector<const FunctionDecl *> functionsCalled(llvm::StringRef subject, ASTContext &context) {
  return called<FunctionDecl>(subject, context);
}

} // namespace asynctidy::driver
