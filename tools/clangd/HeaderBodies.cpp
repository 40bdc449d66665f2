// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// clangd leaves out the bodies of functions in headers. Checks need some of them: the destructor
/// of a task type says what dropping a task does, await_ready whether a coroutine starts at once.
/// No option of clangd keeps bodies; so the linker (`--wrap`) leads its call that builds the
/// preamble, which is all that is included, here.
#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Frontend/PrecompiledPreamble.h>
#include <clang/Lex/PPCallbacks.h>

using namespace clang;

namespace {

/// Templates are not instantiated yet: `coroutine_handle<promise_type>` names no class there.
bool isHandle(QualType type) {
  const NamedDecl *named = type->getAsCXXRecordDecl();
  if (const auto *specialisation = type->getAs<TemplateSpecializationType>())
    named = specialisation->getTemplateName().getAsTemplateDecl();
  return named && named->isInStdNamespace() && named->getName() == "coroutine_handle";
}

/// Whether the class is a coroutine type, a promise, an awaiter or the owner of a frame.
bool isOfCoroutines(const CXXRecordDecl &record) {
  IdentifierTable &names = record.getASTContext().Idents;
  for (llvm::StringRef name : {"promise_type", "initial_suspend", "await_ready"})
    if (!record.lookup(&names.get(name)).empty())
      return true;
  return llvm::any_of(record.fields(),
                      [](const FieldDecl *field) { return isHandle(field->getType()); });
}

/// Bodies in the user's own headers matter as those in the document do; of other people's
/// headers, only what coroutine types are made of, and conversions.
bool matters(const Decl &declaration) {
  const SourceManager &sources = declaration.getASTContext().getSourceManager();
  if (!sources.isInSystemHeader(sources.getExpansionLoc(declaration.getLocation())))
    return true;
  // It may always give the same answer to a condition.
  if (isa_and_nonnull<CXXConversionDecl>(declaration.getAsFunction()))
    return true;
  for (const DeclContext *context = declaration.getDeclContext(); context;
       context = context->getParent())
    if (const auto *record = dyn_cast<CXXRecordDecl>(context); record && isOfCoroutines(*record))
      return true;
  return false;
}

/// clangd's own callbacks, but for the bodies.
class KeepingBodies : public PreambleCallbacks {
public:
  explicit KeepingBodies(PreambleCallbacks &clangd) : clangd_(clangd) {}

  void BeforeExecute(CompilerInstance &instance) override { clangd_.BeforeExecute(instance); }
  void AfterExecute(CompilerInstance &instance) override { clangd_.AfterExecute(instance); }
  void AfterPCHEmitted(ASTWriter &writer) override { clangd_.AfterPCHEmitted(writer); }
  void HandleTopLevelDecl(DeclGroupRef group) override { clangd_.HandleTopLevelDecl(group); }
  std::unique_ptr<PPCallbacks> createPPCallbacks() override { return clangd_.createPPCallbacks(); }
  CommentHandler *getCommentHandler() override { return clangd_.getCommentHandler(); }
  bool shouldSkipFunctionBody(Decl *declaration) override {
    return clangd_.shouldSkipFunctionBody(declaration) && !matters(*declaration);
  }

private:
  PreambleCallbacks &clangd_;
};

} // namespace

// clang::PrecompiledPreamble::Build, the one in Clang's library and the one that clangd calls.
#define BUILD                                                                                      \
  "_ZN5clang19PrecompiledPreamble5BuildERKNS_18CompilerInvocationEPKN4llvm12MemoryBufferENS_"      \
  "14PreambleBoundsERNS_17DiagnosticsEngineENS4_18IntrusiveRefCntPtrINS4_3vfs10FileSystemEEESt10"  \
  "shared_ptrINS_22PCHContainerOperationsEEbNS4_9StringRefERNS_17PreambleCallbacksE"

llvm::ErrorOr<PrecompiledPreamble>
buildInClang(const CompilerInvocation &invocation, const llvm::MemoryBuffer *document,
             PreambleBounds bounds, DiagnosticsEngine &diagnostics,
             IntrusiveRefCntPtr<llvm::vfs::FileSystem> files,
             std::shared_ptr<PCHContainerOperations> containers, bool inMemory,
             llvm::StringRef storage, PreambleCallbacks &callbacks) asm("__real_" BUILD);

llvm::ErrorOr<PrecompiledPreamble>
buildForClangd(const CompilerInvocation &invocation, const llvm::MemoryBuffer *document,
               PreambleBounds bounds, DiagnosticsEngine &diagnostics,
               IntrusiveRefCntPtr<llvm::vfs::FileSystem> files,
               std::shared_ptr<PCHContainerOperations> containers, bool inMemory,
               llvm::StringRef storage, PreambleCallbacks &callbacks) asm("__wrap_" BUILD);

llvm::ErrorOr<PrecompiledPreamble>
buildForClangd(const CompilerInvocation &invocation, const llvm::MemoryBuffer *document,
               PreambleBounds bounds, DiagnosticsEngine &diagnostics,
               IntrusiveRefCntPtr<llvm::vfs::FileSystem> files,
               std::shared_ptr<PCHContainerOperations> containers, bool inMemory,
               llvm::StringRef storage, PreambleCallbacks &callbacks) {
  KeepingBodies keeping(callbacks);
  return buildInClang(invocation, document, bounds, diagnostics, std::move(files),
                      std::move(containers), inMemory, storage, keeping);
}
