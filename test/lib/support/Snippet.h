// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// C++ text as an AST, for unit tests: `Snippet code("..."); code.function("f")`.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/ASTMatchers/ASTMatchFinder.h>
#include <clang/ASTMatchers/ASTMatchers.h>
#include <clang/Frontend/ASTUnit.h>
#include <clang/Lex/Lexer.h>
#include <clang/Tooling/Tooling.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace asynctidy::test {

/// Included before every snippet: <coroutine>, and a lazy task that destroys its frame.
inline constexpr const char *prelude = R"cpp(
#include <coroutine>
#include <exception>
#include <utility>

namespace test {
template <class T> struct Result {
  T value;
  void return_value(T v) { value = v; }
};
template <> struct Result<void> {
  void return_void() {}
};
/// Lazy: nothing runs until it is awaited; the destructor destroys the frame.
template <class T = void> class Task {
public:
  struct promise_type : Result<T> {
    Task get_return_object() {
      return Task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { error = std::current_exception(); }
    std::exception_ptr error;
  };
  explicit Task(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  Task(Task &&other) : handle_(std::exchange(other.handle_, nullptr)) {}
  ~Task() {
    if (handle_)
      handle_.destroy();
  }
  bool await_ready() { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) { return handle_; }
  T await_resume() {
    if constexpr (!__is_void(T))
      return handle_.promise().value;
  }

private:
  std::coroutine_handle<promise_type> handle_;
};
} // namespace test
)cpp";

class Snippet {
public:
  /// Parses \p code as C++20; \p arguments are added to the command line. A snippet that does not
  /// compile throws, unless \p broken.
  explicit Snippet(llvm::StringRef code, std::vector<std::string> arguments = {},
                   bool broken = false) {
    arguments.insert(arguments.begin(),
                     {"-std=c++20", "-include", "/prelude.h", "-resource-dir",
                      ASYNCTIDY_RESOURCE_DIR, "-fno-delayed-template-parsing", "-w"});
    clang::IgnoringDiagConsumer quiet;
    clang::DiagnosticConsumer *consumer = broken ? &quiet : nullptr;
    unit_ = clang::tooling::buildASTFromCodeWithArgs(
        code, arguments, "snippet.cpp", "clang-tool",
        std::make_shared<clang::PCHContainerOperations>(),
        clang::tooling::getClangStripDependencyFileAdjuster(), {{"/prelude.h", prelude}}, consumer);
    if (!unit_ || (!broken && unit_->getDiagnostics().hasErrorOccurred()))
      throw std::runtime_error("the snippet does not compile");
    // What is matched in the snippet is looked for in the snippet alone.
    std::vector<clang::Decl *> written;
    for (clang::Decl *decl : context().getTranslationUnitDecl()->decls())
      if (context().getSourceManager().isInMainFile(decl->getLocation()))
        written.push_back(decl);
    context().setTraversalScope(written);
  }

  clang::ASTContext &context() const { return unit_->getASTContext(); }

  /// The first declaration of kind T with this name ("f", "ns::f", "Class::method"); a definition
  /// if there is one. Template patterns come before their instantiations.
  template <class T = clang::FunctionDecl> const T &find(llvm::StringRef name) const {
    using namespace clang::ast_matchers;
    const T *found = nullptr;
    for (const BoundNodes &nodes : match(namedDecl(hasName(name)).bind("decl"), context())) {
      const auto *declaration = nodes.getNodeAs<T>("decl");
      if (declaration && !declaration->isImplicit() && (!found || isBetter(*declaration, *found)))
        found = declaration;
    }
    if (!found)
      throw std::runtime_error("the snippet declares no " + name.str());
    return *found;
  }

  const clang::FunctionDecl &function(llvm::StringRef name) const {
    return find<clang::FunctionDecl>(name);
  }

  /// The type called \p name: a class, enumeration, typedef or alias of the snippet, or the type
  /// of a variable or field of that name.
  clang::QualType type(llvm::StringRef name) const {
    const auto &declaration = find<clang::NamedDecl>(name);
    if (const auto *type = llvm::dyn_cast<clang::TypeDecl>(&declaration))
      return context().getTypeDeclType(type);
    if (const auto *value = llvm::dyn_cast<clang::ValueDecl>(&declaration))
      return value->getType();
    throw std::runtime_error(name.str() + " is no type");
  }

  /// The nodes that \p matcher binds to \p id, in the main file.
  template <class T, class Matcher>
  std::vector<const T *> all(const Matcher &matcher, llvm::StringRef id) const {
    std::vector<const T *> nodes;
    for (const clang::ast_matchers::BoundNodes &bound :
         clang::ast_matchers::match(matcher, context()))
      if (const auto *node = bound.getNodeAs<T>(id))
        nodes.push_back(node);
    return nodes;
  }

  /// \p node as the snippet spells it.
  template <class Node> std::string text(const Node &node) const {
    return clang::Lexer::getSourceText(clang::CharSourceRange::getTokenRange(node.getSourceRange()),
                                       context().getSourceManager(), context().getLangOpts())
        .str();
  }

  /// The line of the snippet that \p location is on.
  unsigned line(clang::SourceLocation location) const {
    return context().getSourceManager().getExpansionLineNumber(location);
  }

private:
  template <class T> static bool isBetter(const T &candidate, const T &found) {
    return isDefinition(candidate) && !isDefinition(found);
  }
  static bool isDefinition(const clang::Decl &declaration) {
    if (const auto *function = llvm::dyn_cast<clang::FunctionDecl>(&declaration))
      return function->isThisDeclarationADefinition();
    if (const auto *tag = llvm::dyn_cast<clang::TagDecl>(&declaration))
      return tag->isThisDeclarationADefinition();
    return true;
  }

  std::unique_ptr<clang::ASTUnit> unit_;
};

} // namespace asynctidy::test
