// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Internal to lib/coro: classes and types as they stand in templates that nobody instantiated.
/// Sema is gone when a check runs, so a type in a pattern is read together with what its template
/// parameters stand for. Whatever can't be resolved comes out empty.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <llvm/ADT/SmallVector.h>

#include <memory>
#include <optional>
#include <vector>

namespace asynctidy::coro {

struct Scope;
using ScopePtr = std::shared_ptr<const Scope>;

/// A template argument, and what the parameters in it stand for.
struct Argument {
  clang::TemplateArgument value;
  ScopePtr scope;
};

/// The arguments of the templates around a piece of code, by template depth.
struct Scope {
  std::vector<std::vector<Argument>> levels;
  /// How many scopes deep the arguments go; grows with every step of a recursive template.
  unsigned depth = 0;
};

/// A type as written, and what the template parameters in it stand for.
struct TypeRef {
  clang::QualType type;
  ScopePtr scope;
  explicit operator bool() const { return !type.isNull(); }
};

/// A class definition to read: an instantiation, or the pattern with the arguments.
struct Class {
  const clang::CXXRecordDecl *decl = nullptr;
  ScopePtr scope;
  explicit operator bool() const { return decl != nullptr; }
};

/// A member and the class that declares it.
struct Member {
  const clang::NamedDecl *decl = nullptr;
  Class owner;
};

/// A function's body, and the scope that its dependent types are read in.
struct Body {
  const clang::FunctionDecl *function = nullptr;
  const clang::Stmt *statement = nullptr;
  ScopePtr scope;
  explicit operator bool() const { return statement != nullptr; }
};

/// The template that a type is a specialisation of.
struct Head {
  const clang::TemplateDecl *name = nullptr;
  std::vector<Argument> arguments;
  explicit operator bool() const { return name != nullptr; }
};

/// The template parameters that a match is to find out, and what the parameters of the templates
/// around the pattern stand for.
struct Deduction {
  /// The depth of the parameters to deduce; none at all without it.
  static constexpr unsigned none = ~0U;
  unsigned depth = none;
  std::vector<std::optional<Argument>> found;
  ScopePtr scope;

  Deduction() = default;
  explicit Deduction(const clang::TemplateParameterList &parameters, ScopePtr outer = nullptr)
      : depth(parameters.getDepth()), found(parameters.size()), scope(std::move(outer)) {}
};

/// A call in a body, resolved as far as names go.
struct Call {
  const clang::Expr *expr = nullptr;
  llvm::StringRef name; ///< empty for operators
  clang::OverloadedOperatorKind op = clang::OO_None;
  const clang::Expr *object = nullptr;  ///< null for free functions
  TypeRef objectType;                   ///< of the object, pointers and smart pointers followed
  llvm::SmallVector<Member, 4> callees; ///< empty when nothing is known
  llvm::SmallVector<const clang::Expr *, 4> arguments;
};

class Symbols {
public:
  explicit Symbols(const clang::ASTContext &context) : context_(context) {}
  const clang::ASTContext &context() const { return context_; }

  /// The canonical type behind typedefs, template parameters and member type names.
  TypeRef resolve(TypeRef type) const;
  /// The class that \p type (references and cv removed) names.
  Class classOf(TypeRef type) const;
  Class classOf(const clang::CXXRecordDecl &decl, ScopePtr scope = nullptr) const;
  Head head(TypeRef type) const;
  /// The class that specialises \p name for \p arguments, chosen among what is written.
  Class specialization(const clang::ClassTemplateDecl &name, std::vector<Argument> arguments,
                       ScopePtr outer) const;
  /// The type argument with this index of a specialisation.
  TypeRef typeArgument(TypeRef type, unsigned index) const;

  /// Base classes; sets \p complete to false when one can't be resolved.
  std::vector<Class> bases(const Class &record, bool *complete = nullptr) const;
  /// The bases, their bases and so on, nearest first.
  std::vector<Class> allBases(const Class &record) const;
  /// The members called \p name, in the class or else in its bases.
  std::vector<Member> members(const Class &record, clang::DeclarationName name) const;
  std::vector<Member> members(const Class &record, llvm::StringRef name) const;
  /// The member functions among them, those of templates included.
  std::vector<Member> functions(const Class &record, llvm::StringRef name) const;
  std::vector<Member> functions(const Class &record, clang::OverloadedOperatorKind op) const;
  /// The nested class, typedef or alias called \p name.
  TypeRef memberType(const Class &record, llvm::StringRef name) const;

  Body body(const Member &function) const;
  /// The declared return type, or the one that the return statements agree on when it is deduced.
  TypeRef returned(const Member &function) const;
  TypeRef typeOf(const clang::Expr &expr, const ScopePtr &scope) const;
  /// What \p expr calls, if it is a call.
  std::optional<Call> call(const clang::Expr &expr, const ScopePtr &scope) const;
  /// The value of a condition that needs no run time.
  std::optional<bool> constant(const clang::Expr &expr, const ScopePtr &scope) const;

  /// Whether \p actual fits \p pattern.
  bool match(clang::QualType pattern, TypeRef actual, Deduction &deduction) const;
  bool matchAll(llvm::ArrayRef<clang::TemplateArgument> patterns, llvm::ArrayRef<Argument> actuals,
                Deduction &deduction) const;

  /// Whether \p type is std::coroutine_handle or derives from it.
  bool isHandle(TypeRef type) const;

private:
  std::optional<Argument> bound(const ScopePtr &scope, unsigned depth, unsigned index) const;
  Argument resolve(Argument argument) const;
  Member memberTemplate(const clang::DependentTemplateSpecializationType &type,
                        const ScopePtr &scope) const;
  bool matchArgument(const clang::TemplateArgument &pattern, Argument actual,
                     Deduction &deduction) const;
  bool hasUnknownValue(const std::vector<Argument> &arguments) const;
  std::optional<bool> constantNamed(const clang::DeclRefExpr &name, const ScopePtr &scope) const;
  std::optional<bool> constantVariable(const clang::VarDecl &variable, const ScopePtr &scope) const;
  std::optional<bool> constantTemplate(const clang::VarTemplateDecl &name,
                                       const std::vector<Argument> &arguments) const;
  std::optional<bool> constantTrait(const clang::TypeTraitExpr &trait, const ScopePtr &scope) const;
  /// Whether \p arguments fit those of a specialisation with these \p parameters of its own, or
  /// none; what they stand for then.
  std::optional<std::vector<Argument>>
  matchArguments(llvm::ArrayRef<clang::TemplateArgument> written,
                 const clang::TemplateParameterList *parameters,
                 const std::vector<Argument> &arguments) const;
  std::optional<std::vector<Argument>>
  matchSpecialization(const clang::ClassTemplateSpecializationDecl &written,
                      const std::vector<Argument> &arguments) const;
  TypeRef dependentType(const clang::Expr &expr, const ScopePtr &scope) const;
  TypeRef pointee(TypeRef type) const;
  void resolveCallee(const clang::CallExpr &expr, const ScopePtr &scope, Call &call) const;

  const clang::ASTContext &context_;
  /// Guards against code that refers to itself: auto f(T t) { return f(t); }
  mutable unsigned depth_ = 0;
  mutable unsigned steps_ = 0;
  class Step;
};

/// One step into a class, expression or function; false when it leads nowhere.
class Symbols::Step {
public:
  explicit Step(const Symbols &symbols) : symbols_(symbols) {
    ++symbols_.depth_;
    ++symbols_.steps_;
  }
  Step(const Step &) = delete;
  Step &operator=(const Step &) = delete;
  ~Step() { --symbols_.depth_; }
  explicit operator bool() const { return symbols_.depth_ < 100 && symbols_.steps_ < 4000; }

private:
  const Symbols &symbols_;
};

/// What the parameters of the templates around \p context stand for, where it is inside an
/// instantiation; null elsewhere.
ScopePtr scopeOf(const clang::DeclContext *context);

/// The scope inside a template at \p depth, in \p outer if there is one, that is used with
/// \p arguments.
ScopePtr enter(const ScopePtr &outer, unsigned depth, std::vector<Argument> arguments);

/// Whether \p decl is called \p name in namespace std or std::experimental.
bool isStd(const clang::Decl *decl, llvm::StringRef name);
bool inStd(const clang::Decl &decl);

} // namespace asynctidy::coro
