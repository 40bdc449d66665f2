// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Parse.h"

#include "asynctidy/CompileFlags.h"

#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendActions.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/TargetSelect.h>

#include <mutex>

using namespace clang;

namespace asynctidy::driver {
namespace {

using Visit = llvm::function_ref<void(ASTContext &)>;

class Errors : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic &info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    first.see(level, info);
  }

  FirstError first;
};

class Consumer : public ASTConsumer {
public:
  explicit Consumer(Visit visit) : visit_(visit) {}

  void HandleTranslationUnit(ASTContext &context) override {
    if (!context.getDiagnostics().hasErrorOccurred())
      visit_(context);
  }

private:
  Visit visit_;
};

class Action : public ASTFrontendAction {
public:
  explicit Action(Visit visit) : visit_(visit) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &, llvm::StringRef) override {
    return std::make_unique<Consumer>(visit_);
  }

private:
  Visit visit_;
};

} // namespace

void initializeTargets() {
  static std::once_flag once;
  std::call_once(once, [] {
    llvm::InitializeAllTargetInfos();
    llvm::InitializeAllTargetMCs();
    llvm::InitializeAllAsmParsers();
  });
}

std::optional<report::Failure> parse(const Unit &unit, const tidy::ClangTidyOptions &options,
                                     llvm::StringRef resourceDirectory, Visit visit) {
  initializeTargets();
  const tooling::CompileCommand &command = unit.commands.front();
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fileSystem =
      llvm::vfs::createPhysicalFileSystem();
  if (std::error_code error = fileSystem->setCurrentWorkingDirectory(command.Directory))
    return noDirectory(unit, command.Directory, error);
  llvm::IntrusiveRefCntPtr<FileManager> files(new FileManager(FileSystemOptions(), fileSystem));
  Errors errors;
  bool succeeded = false;
  llvm::CrashRecoveryContext recovery;
  bool completed = recovery.RunSafely([&] {
    tooling::ToolInvocation invocation(parseArgumentsOf(command, options, resourceDirectory),
                                       std::make_unique<Action>(visit), files.get());
    invocation.setDiagnosticConsumer(&errors);
    succeeded = invocation.run();
  });
  if (succeeded && errors.first.errors() == 0)
    return std::nullopt;
  return completed ? errors.first.failure(unit, command.Directory) : crashed(unit);
}

} // namespace asynctidy::driver
