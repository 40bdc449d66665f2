// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Makes clang-tidy look at our own code only. It otherwise takes its checks through all of Clang's
// headers, which takes fifty times as long.
#include <clang/AST/ASTContext.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

namespace asynctidy {
namespace {

/// Collects what is declared outside system headers and has everybody after it walk only that.
class OwnCode : public clang::ASTConsumer {
public:
  bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
    for (clang::Decl *declaration : group)
      if (!isInSystemHeader(*declaration))
        declarations_.push_back(declaration);
    return true;
  }

  void HandleTranslationUnit(clang::ASTContext &context) override {
    context.setTraversalScope(declarations_);
  }

private:
  static bool isInSystemHeader(const clang::Decl &declaration) {
    return declaration.getASTContext().getSourceManager().isInSystemHeader(
        declaration.getLocation());
  }

  std::vector<clang::Decl *> declarations_;
};

class Action : public clang::PluginASTAction {
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance &,
                                                        llvm::StringRef) override {
    return std::make_unique<OwnCode>();
  }
  bool ParseArgs(const clang::CompilerInstance &, const std::vector<std::string> &) override {
    return true;
  }
  ActionType getActionType() override { return AddBeforeMainAction; }
};

const clang::FrontendPluginRegistry::Add<Action> registration("own-code",
                                                              "look at our own code only");

} // namespace
} // namespace asynctidy
