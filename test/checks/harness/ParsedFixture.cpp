// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/ParsedFixture.h"

#include "harness/FixtureRun.h"
#include "tidy/LlvmCompat.h"
#include "tidy/Session.h"

#include <clang-tidy/ClangTidyDiagnosticConsumer.h>
#include <clang/Frontend/TextDiagnosticBuffer.h>
#include <clang/Tooling/CompilationDatabase.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Support/Path.h>

namespace asynctidy::test {
namespace {

using clang::tidy::ClangTidyContext;

/// The checks that \p context asks for, in all modules.
std::vector<std::unique_ptr<clang::tidy::ClangTidyCheck>> createChecks(ClangTidyContext &context) {
  clang::tidy::ClangTidyCheckFactories factories;
  for (const auto &entry : clang::tidy::ClangTidyModuleRegistry::entries())
    entry.instantiate()->addCheckFactories(factories);
  return factories.createChecksForLanguage(&context);
}

/// Nothing but the file itself is looked at, as in clangd, and headers that lie beside it.
void restrictToOwnFiles(clang::ASTUnit &ast) {
  const clang::SourceManager &sources = ast.getSourceManager();
  llvm::StringRef folder = llvm::sys::path::parent_path(ast.getMainFileName());
  std::vector<clang::Decl *> own;
  for (auto it = ast.top_level_begin(); it != ast.top_level_end(); ++it) {
    clang::SourceLocation place = sources.getExpansionLoc((*it)->getLocation());
    if (sources.isInMainFile(place) ||
        llvm::sys::path::parent_path(sources.getFilename(place)) == folder)
      own.push_back(*it);
  }
  ast.getASTContext().setTraversalScope(own);
}

} // namespace

ParsedFixture::ParsedFixture(Fixture fixture) : fixture_(std::move(fixture)) {
  std::vector<std::string> flags = commonFlags();
  llvm::append_range(flags, fixture_.flags);
  clang::tooling::FixedCompilationDatabase commands("/", flags);
  clang::tooling::ClangTool tool(commands, {fixture_.path},
                                 std::make_shared<clang::PCHContainerOperations>(),
                                 filesWith(fixture_.path, fixture_.source.text()));
  clang::TextDiagnosticBuffer diagnostics;
  tool.setDiagnosticConsumer(&diagnostics);
  std::vector<std::unique_ptr<clang::ASTUnit>> asts;
  tool.buildASTs(asts);
  if (asts.size() != 1 || diagnostics.getNumErrors()) {
    broken_ = "the code is broken";
    for (auto it = diagnostics.err_begin(); it != diagnostics.err_end(); ++it)
      broken_ += ": " + it->second;
    return;
  }
  ast_ = std::move(asts.front());
  restrictToOwnFiles(*ast_);
}

std::vector<Finding> ParsedFixture::findings(std::shared_ptr<const model::Store> store) const {
  ClangTidyContext context(optionsProvider(setupOf(fixture_)));
  clang::tidy::ClangTidyDiagnosticConsumer consumer(context);
  clang::DiagnosticsEngine engine(new clang::DiagnosticIDs, new clang::DiagnosticOptions, &consumer,
                                  /*ShouldOwnClient=*/false);
  context.setDiagnosticsEngine(&engine);
  context.setSourceManager(&ast_->getSourceManager());
  context.setCurrentFile(fixture_.path);
  context.setASTContext(&ast_->getASTContext());
  auto session = tidy::Session::make(context, std::move(store));
  clang::ast_matchers::MatchFinder finder;
  auto checks = createChecks(context);
  for (const auto &check : checks)
    check->registerMatchers(&finder);
  finder.matchAST(ast_->getASTContext());
  return findingsOf(consumer.take(), fixture_.path, fixture_.source.text());
}

std::string ParsedFixture::check(std::shared_ptr<const model::Store> store) const {
  if (!ast_)
    return broken_;
  return test::check(fixture_, findings(std::move(store)));
}

} // namespace asynctidy::test
