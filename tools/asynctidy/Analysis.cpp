// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Analysis.h"

#include "asynctidy/Bodies.h"
#include "asynctidy/CommandLine.h"
#include "asynctidy/CompileFlags.h"
#include "asynctidy/Convert.h"
#include "asynctidy/FirstError.h"
#include "tidy/LlvmCompat.h"
#include "tidy/Session.h"

#include <clang-tidy/ClangTidy.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendActions.h>
#include <clang/Frontend/MultiplexConsumer.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

using namespace clang;
namespace ct = clang::tidy;

namespace asynctidy::driver {
namespace {

class DiagnosticCollector : public ct::ClangTidyDiagnosticConsumer {
public:
  explicit DiagnosticCollector(ct::ClangTidyContext &context)
      : ClangTidyDiagnosticConsumer(context) {}

  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic &info) override {
    first_.see(level, info);
    ClangTidyDiagnosticConsumer::HandleDiagnostic(level, info);
  }

  const FirstError &first() const { return first_; }

private:
  FirstError first_;
};

/// What one parse found out beyond diagnostics.
struct Outcome {
  bool isOldLanguage = false;
  bool needsBodies = false;
  /// Null when nobody asks.
  flow::Statistics *statistics = nullptr;
  model::NameCheck *names = nullptr;
};

class Consumer : public MultiplexConsumer {
public:
  Consumer(std::vector<std::unique_ptr<ASTConsumer>> checks, CompilerInstance &compiler,
           ct::ClangTidyContext &context, Outcome &outcome)
      : MultiplexConsumer(std::move(checks)), compiler_(compiler), context_(context),
        needless_(compiler.getSourceManager()), outcome_(outcome) {}

  bool shouldSkipFunctionBody(Decl *decl) override { return needless_.contains(decl); }

  void HandleTranslationUnit(ASTContext &context) override {
    // Code with errors promises nothing; a second look would only take time.
    if (compiler_.getFrontendOpts().SkipFunctionBodies &&
        !compiler_.getDiagnostics().hasErrorOccurred() && mayMissInstantiations(context)) {
      outcome_.needsBodies = true;
      return;
    }
    MultiplexConsumer::HandleTranslationUnit(context);
    if (outcome_.names)
      outcome_.names->look(context);
    if (outcome_.statistics)
      if (flow::Unit *unit = tidy::Session::of(context_)->unit())
        *outcome_.statistics += unit->statistics();
  }

private:
  CompilerInstance &compiler_;
  ct::ClangTidyContext &context_;
  NeedlessBodies needless_;
  Outcome &outcome_;
};

class Action : public ASTFrontendAction {
public:
  Action(ct::ClangTidyASTConsumerFactory &factory, ct::ClangTidyContext &context, Outcome &outcome)
      : factory_(factory), context_(context), outcome_(outcome) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &compiler,
                                                 llvm::StringRef file) override {
    std::vector<std::unique_ptr<ASTConsumer>> checks;
    checks.push_back(factory_.createASTConsumer(compiler, file));
    return std::make_unique<Consumer>(std::move(checks), compiler, context_, outcome_);
  }

private:
  ct::ClangTidyASTConsumerFactory &factory_;
  ct::ClangTidyContext &context_;
  Outcome &outcome_;
};

class ActionFactory : public tooling::FrontendActionFactory {
public:
  ActionFactory(ct::ClangTidyContext &context, bool skipBodies, Outcome &outcome)
      : factory_(context), context_(context), skipBodies_(skipBodies), outcome_(outcome) {}

  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(factory_, context_, outcome_);
  }

  bool runInvocation(std::shared_ptr<CompilerInvocation> invocation, FileManager *files,
                     std::shared_ptr<PCHContainerOperations> containers,
                     DiagnosticConsumer *consumer) override {
    if (!invocation->getLangOpts().CPlusPlus20) {
      outcome_.isOldLanguage = true;
      return true;
    }
    // Defines __clang_analyzer__, as clang-tidy does.
    invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    invocation->getFrontendOpts().SkipFunctionBodies = skipBodies_;
    // No "2 warnings generated." at the end.
    invocation->getDiagnosticOpts().ShowCarets = false;
    return FrontendActionFactory::runInvocation(std::move(invocation), files, std::move(containers),
                                                consumer);
  }

private:
  ct::ClangTidyASTConsumerFactory factory_;
  ct::ClangTidyContext &context_;
  bool skipBodies_;
  Outcome &outcome_;
};

/// Returns whether the bodies of system headers turned out to be needed.
bool run(const tooling::CompileCommand &command, const ct::ClangTidyOptions &options,
         const AnalysisSettings &settings, bool skipBodies, const Unit &unit, UnitResult &result) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fileSystem =
      llvm::vfs::createPhysicalFileSystem();
  if (std::error_code error = fileSystem->setCurrentWorkingDirectory(command.Directory)) {
    result.failure = noDirectory(unit, command.Directory, error);
    return false;
  }
  llvm::IntrusiveRefCntPtr<FileManager> files(new FileManager(FileSystemOptions(), fileSystem));

  ct::ClangTidyContext context(
      std::make_unique<ct::DefaultOptionsProvider>(ct::ClangTidyGlobalOptions(), options));
  DiagnosticCollector collector(context);
  DiagnosticsEngine diagnostics(new DiagnosticIDs, new DiagnosticOptions, &collector,
                                /*ShouldOwnClient=*/false);
  context.setDiagnosticsEngine(&diagnostics);

  Outcome outcome;
  if (settings.statistics)
    outcome.statistics = &result.statistics;
  if (result.names)
    outcome.names = &*result.names;
  ActionFactory factory(context, skipBodies, outcome);
  tooling::ToolInvocation invocation(parseArgumentsOf(command, options, settings.resourceDirectory),
                                     &factory, files.get(),
                                     std::make_shared<PCHContainerOperations>());
  invocation.setDiagnosticConsumer(&collector);
  bool succeeded = invocation.run();
  if (outcome.needsBodies)
    return true;
  result.isOldLanguage = outcome.isOldLanguage;

  std::vector<ct::ClangTidyError> errors = collector.take();
  bool isBroken = collector.first().errors() != 0 || !succeeded;
  for (const ct::ClangTidyError &error : errors)
    if (llvm::StringRef(error.DiagnosticName).starts_with("async-")) {
      result.findings.push_back(convert(error));
      result.findings.back().inBrokenUnit = isBroken;
    }
  if (isBroken && !result.failure)
    result.failure = collector.first().failure(unit, command.Directory);
  return false;
}

} // namespace

UnitResult analyse(const Unit &unit, const ct::ClangTidyOptions &options,
                   const AnalysisSettings &settings) {
  UnitResult result;
  if (settings.names)
    result.names = *settings.names;
  llvm::CrashRecoveryContext recovery;
  bool completed = recovery.RunSafely([&] {
    for (const tooling::CompileCommand &command : unit.commands) {
      bool needsBodies = run(command, options, settings, settings.skipBodies, unit, result);
      if (needsBodies)
        run(command, options, settings, /*skipBodies=*/false, unit, result);
    }
  });
  if (!completed)
    result.failure = crashed(unit);
  return result;
}

std::string findResourceDirectory(const char *executable) {
  namespace path = llvm::sys::path;
  std::string self = llvm::sys::fs::getMainExecutable(
      executable, reinterpret_cast<void *>(&findResourceDirectory));
  llvm::SmallString<256> beside(path::parent_path(path::parent_path(self)));
  path::append(beside, "lib", "clang", path::filename(ASYNCTIDY_RESOURCE_DIR));
  for (llvm::StringRef candidate : {beside.str(), llvm::StringRef(ASYNCTIDY_RESOURCE_DIR)})
    if (llvm::sys::fs::exists(candidate + "/include/stddef.h"))
      return candidate.str();
  return "";
}

llvm::Error noResourceDirectory() {
  return usageError(
      "Clang's own headers are neither beside the executable nor in " ASYNCTIDY_RESOURCE_DIR
      "; install Debian's libclang-common package of that version, or Clang there");
}

} // namespace asynctidy::driver
