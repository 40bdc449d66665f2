// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Unit.h"

#include "flow/FactsGenerator.h"

#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Finds every function with a body that somebody could have written, instantiations of templates
/// and lambdas included.
class Collector : public RecursiveASTVisitor<Collector> {
public:
  struct Found {
    const FunctionDecl *function;
    const FunctionDecl *enclosing;
  };

  explicit Collector(std::vector<Found> &found) : found_(found) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

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
      found_.push_back({function, enclosing_});
    const FunctionDecl *outer = std::exchange(enclosing_, function);
    bool goOn = visit();
    enclosing_ = outer;
    return goOn;
  }

  std::vector<Found> &found_;
  const FunctionDecl *enclosing_ = nullptr;
};

} // namespace

Unit::Unit(ASTContext &context, std::shared_ptr<const model::Store> store)
    : context_(context), knowledge_(context, std::move(store)), blocking_(*this),
      parameters_(*this) {
  std::vector<Collector::Found> found;
  Collector collector(found);
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
  functions_.reserve(found.size());
  for (const Collector::Found &each : found) {
    if (!index_.try_emplace(each.function->getCanonicalDecl(), functions_.size()).second)
      continue;
    functions_.push_back(generateFacts(*each.function, knowledge_, complete));
    functions_.back().enclosing = each.enclosing;
  }
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
    if (std::unique_ptr<Graph> graph = Graph::build(function, context_))
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
