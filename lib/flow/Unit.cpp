// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Unit.h"

#include "flow/FactsGenerator.h"
#include "flow/GivenCallables.h"

#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Finds every function with a body that somebody could have written, instantiations of templates
/// and lambdas included, and the initialisers outside of them.
class Collector : public RecursiveASTVisitor<Collector> {
public:
  Program program;
  /// The functions around those of the program, null for none.
  std::vector<const FunctionDecl *> enclosing;

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitVarDecl(VarDecl *variable) {
    const auto *parameter = dyn_cast<ParmVarDecl>(variable);
    bool isReady =
        !parameter || (parameter->hasDefaultArg() && !parameter->hasUnparsedDefaultArg() &&
                       !parameter->hasUninstantiatedDefaultArg());
    if (isReady && !variable->isLocalVarDecl() && !variable->isInitCapture())
      initialiser(*variable, variable->getInit());
    return true;
  }
  bool VisitFieldDecl(FieldDecl *field) {
    initialiser(*field, field->getInClassInitializer());
    return true;
  }

  bool TraverseFunctionDecl(FunctionDecl *function) {
    return within(function, [&] { return Base::TraverseFunctionDecl(function); });
  }
  bool TraverseCXXMethodDecl(CXXMethodDecl *function) {
    return within(function, [&] { return Base::TraverseCXXMethodDecl(function); });
  }
  bool TraverseCXXConstructorDecl(CXXConstructorDecl *function) {
    return within(function, [&] { return Base::TraverseCXXConstructorDecl(function); });
  }
  bool TraverseCXXDestructorDecl(CXXDestructorDecl *function) {
    return within(function, [&] { return Base::TraverseCXXDestructorDecl(function); });
  }
  bool TraverseCXXConversionDecl(CXXConversionDecl *function) {
    return within(function, [&] { return Base::TraverseCXXConversionDecl(function); });
  }
  bool TraverseLambdaExpr(LambdaExpr *lambda) {
    FunctionDecl *operation = lambda->getCallOperator();
    if (!within(operation, [&] { return Base::TraverseLambdaExpr(lambda); }))
      return false;
    // [](auto x) {...}: the bodies that really exist are the specialisations.
    if (FunctionTemplateDecl *pattern = lambda->getDependentCallOperator())
      for (FunctionDecl *instance : pattern->specializations())
        if (!within(instance, [&] { return TraverseStmt(instance->getBody()); }))
          return false;
    return true;
  }

private:
  using Base = RecursiveASTVisitor<Collector>;

  template <typename Visit> bool within(FunctionDecl *function, Visit visit) {
    if (function->doesThisDeclarationHaveABody() && !function->isDependentContext() &&
        !function->isInvalidDecl())
      add(*function);
    const FunctionDecl *outer = std::exchange(enclosing_, function);
    bool goOn = visit();
    enclosing_ = outer;
    return goOn;
  }

  void add(const FunctionDecl &function) {
    if (!seen_.insert(function.getCanonicalDecl()).second)
      return;
    program.functions.push_back(&function);
    enclosing.push_back(enclosing_);
  }

  void initialiser(const Decl &declaration, const Expr *init) {
    if (init && !declaration.getDeclContext()->isDependentContext() &&
        !init->isInstantiationDependent())
      program.initialisers.push_back(init);
  }

  const FunctionDecl *enclosing_ = nullptr;
  llvm::DenseSet<const FunctionDecl *> seen_;
};

} // namespace

Unit::Unit(ASTContext &context, std::shared_ptr<const model::Store> store)
    : context_(context), knowledge_(context, std::move(store)), blocking_(*this),
      beginnings_(*this), parameters_(*this) {
  Collector collector;
  const SourceManager &sources = context.getSourceManager();
  for (Decl *declaration : context.getTraversalScope()) {
    auto visit = [&](Decl *top) {
      if (!sources.isInSystemHeader(sources.getExpansionLoc(top->getLocation())))
        collector.TraverseDecl(top);
    };
    if (auto *unit = dyn_cast<TranslationUnitDecl>(declaration))
      for (Decl *top : unit->decls())
        visit(top);
    else
      visit(declaration);
  }

  bool complete = !context.getDiagnostics().hasUncompilableErrorOccurred();
  targets_ = std::make_unique<Targets>(context, collector.program);
  functions_.reserve(collector.program.functions.size());
  for (const FunctionDecl *function : collector.program.functions) {
    index_.try_emplace(function->getCanonicalDecl(), functions_.size());
    functions_.push_back(generateFacts(*function, knowledge_, *targets_, complete));
    functions_.back().enclosing = collector.enclosing[functions_.size() - 1];
  }
  addGivenCallables(functions_, *targets_,
                    [this](const FunctionDecl *function) { return find(function); });
  contexts_.compute(functions_, knowledge_);
}

const Function *Unit::find(const FunctionDecl *declaration) const {
  if (!declaration)
    return nullptr;
  auto found = index_.find(declaration->getCanonicalDecl());
  return found == index_.end() ? nullptr : &functions_[found->second];
}

Ways *Unit::waysThrough(const Function &function) {
  auto [place, isNew] = ways_.try_emplace(&function);
  if (isNew)
    if (std::unique_ptr<Graph> graph = Graph::build(function, context_, knowledge_))
      place->second = std::make_unique<Ways>(std::move(graph), context_);
  return place->second.get();
}

Statistics Unit::statistics() const {
  Statistics result;
  result.functions = functions_.size();
  result.followed = ways_.size();
  for (const auto &[function, ways] : ways_)
    result.unknown += !ways || ways->gaveUp();
  return result;
}

} // namespace asynctidy::flow
