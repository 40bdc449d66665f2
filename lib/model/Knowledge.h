// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the declarations of one translation unit mean. Strongest first: attributes in the code,
/// the user's models, the shipped models, structure.
#pragma once

#include "coro/Awaitable.h"
#include "model/Basis.h"
#include "model/Store.h"

#include <llvm/ADT/DenseMap.h>

namespace asynctidy::model {

/// What a type means, after every source of knowledge has been asked.
struct Meaning {
  Role role = Role::None;
  coro::Start start = coro::Start::Unknown;
  coro::Drop drop = coro::Drop::Unknown;
  coro::Errors errors = coro::Errors::Unknown;
  bool awaitable = false;
  bool singleUse = false;
  bool generator = false;
  bool droppable = false;
  bool mustClose = false;
  /// Functions that return it run on an event loop, coroutines or not.
  bool onLoop = false;
  /// A cancellation that arrives only at work that was given a token.
  bool byToken = false;
  /// From the model or attribute; empty when structure alone says it.
  std::string why;

  /// Work that runs only if somebody awaits or schedules this very object.
  bool neverRunsWhenDropped() const;
  /// Started work whose end and error nobody sees once this handle is gone.
  bool losesOutcomeWhenDropped() const;
  /// A coroutine, task or future: the value stands for work that may not be finished.
  bool asynchronous() const;
};

class Knowledge {
public:
  /// \p context must outlive this object; used by one thread.
  Knowledge(const clang::ASTContext &context, std::shared_ptr<const Store> store);

  /// Facts about \p function: its own attributes, then models under its name, under the names of
  /// the methods it overrides, and for a specialisation those of its template. Never null; a
  /// function nobody knows gets empty facts. Stable for the life of this object.
  const FunctionFacts &function(const clang::FunctionDecl &function);

  /// Facts about this very call: as function() of the callee, and those that hold for some calls
  /// only (std::getline on std::cin, waitpid without WNOHANG). \p call is a call or a construction;
  /// anything else, and a callee that is not known, gets empty facts.
  const FunctionFacts &call(const clang::Expr &call);

  /// The meaning of \p type, without references and cv: attributes on the class, models under its
  /// name through typedefs, aliases and specialisations, then under the names of its public
  /// bases, then structure.
  const Meaning &type(clang::QualType type);

  /// type() once more, for people who ask what it rests on.
  Meaning explain(clang::QualType type, Bases &bases) const;

  /// The class whose attributes and models say what is stated of \p record: itself, or the first
  /// of its public bases that they know. Null when they know none.
  const clang::CXXRecordDecl *statedOf(const clang::CXXRecordDecl &record) const;

  /// What the library that owns \p coroutine (the return type of the coroutine that blocks) offers
  /// instead of blocking in \p category; empty when no model says.
  llvm::StringRef replacement(Blocking category, clang::QualType coroutine);

  /// Whether some library uses \p function in place of blocking in \p category: aio::sleep() where
  /// others sleep.
  bool replaces(const clang::FunctionDecl &function, Blocking category) const;

  /// The task-like type that awaiting a \p type yields, as far as its first template argument says
  /// (task<task<T>>); null for anything else.
  clang::QualType awaitedTask(clang::QualType type);

  /// The exception by which cancellation arrives where a \p type is awaited: the class with that
  /// role in the innermost of the namespaces around the type's class that has one. Null when the
  /// library has none.
  const clang::CXXRecordDecl *cancellationOf(clang::QualType type);

  const clang::ASTContext &context() const { return context_; }

private:
  const FunctionFacts *find(const clang::FunctionDecl &function);
  std::optional<FunctionFacts> compute(const clang::FunctionDecl &function);
  Meaning compute(const clang::CXXRecordDecl &record, clang::QualType type, Bases &bases) const;
  const clang::CXXRecordDecl *cancellationIn(const clang::DeclContext &space);
  std::optional<TypeFacts> facts(const clang::CXXRecordDecl &record) const;
  const clang::CXXRecordDecl *statedOf(const clang::CXXRecordDecl &record, unsigned depth) const;

  const clang::ASTContext &context_;
  std::shared_ptr<const Store> store_;
  /// Every call asks; what nobody knows, nearly all of it, is a null here and costs no memory.
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<FunctionFacts>> functions_;
  llvm::DenseMap<const clang::Type *, std::unique_ptr<Meaning>> types_;
  /// By namespace or translation unit, what is declared directly in it.
  llvm::DenseMap<const clang::DeclContext *, const clang::CXXRecordDecl *> cancellations_;
};

/// The qualified name by which models know \p declaration: no template arguments, no inline or
/// anonymous namespaces.
std::string qualifiedName(const clang::NamedDecl &declaration);

/// The last component of qualifiedName().
std::string lastComponent(const clang::NamedDecl &declaration);

/// The class behind \p type without references and cv: of a dependent specialisation that of its
/// template; null for anything that is no class.
const clang::CXXRecordDecl *recordOf(clang::QualType type);

/// The definition of \p record, or the one it would be instantiated from; null when there is none.
const clang::CXXRecordDecl *definitionOf(const clang::CXXRecordDecl &record);

/// The word after "asynctidy::" of each such annotate attribute on \p declaration or its
/// redeclarations.
std::vector<llvm::StringRef> annotations(const clang::Decl &declaration);

/// Those of annotations() that asynctidy does not understand: mistakes in the user's code that the
/// tidy layer reports as configuration errors.
std::vector<llvm::StringRef> unknownAnnotations(const clang::Decl &declaration);

} // namespace asynctidy::model
