// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The models in force, by qualified name. Immutable once loaded, so that threads may share it.
#pragma once

#include "model/Facts.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

#include <memory>
#include <string>
#include <vector>

namespace asynctidy::model {

/// What is wrong with one model, and where.
struct LoadError {
  std::string file;
  /// JSON pointer (RFC 6901) to the offending value; empty for the whole file.
  std::string pointer;
  /// What was expected there and what was found.
  std::string reason;

  /// "file: /facts/3/blocks: expected one of ..., found \"slep\"".
  std::string message() const;
};

class Store {
public:
  /// The shipped models alone; loaded once per process.
  static std::shared_ptr<const Store> shipped();

  /// The shipped models with those at \p paths on top; what comes later wins, fact by fact. A
  /// model with an error is left out whole, each of its errors is added to \p errors, and the
  /// others still load. Loads of the same unchanged files are shared.
  static std::shared_ptr<const Store> load(llvm::ArrayRef<std::string> paths,
                                           std::vector<LoadError> &errors);

  /// Facts about the function or type with this qualified name, spelled without template
  /// arguments and inline namespaces ("asio::basic_socket::close"); null when there are none.
  const FunctionFacts *function(llvm::StringRef qualifiedName) const;
  const TypeFacts *type(llvm::StringRef qualifiedName) const;

  /// Facts about a function with C linkage, of a model whose "language" is "c"; \p name has no
  /// namespaces. A C++ function called sleep is none of them.
  const FunctionFacts *cFunction(llvm::StringRef name) const;

  /// Whether any function or type with this last name component has facts: the quick way to say
  /// no before a qualified name is built.
  bool mayKnow(llvm::StringRef lastComponent) const;

  /// The library that owns a qualified name, by its longest namespace prefix; null when none does.
  const Library *libraryOf(llvm::StringRef qualifiedName) const;

  /// What the library that owns \p qualifiedName offers instead of blocking in \p category: of the
  /// models with the longest matching namespace the last that says; "any" where none names the
  /// category. Null when no model says.
  const Replacement *replacement(Blocking category, llvm::StringRef qualifiedName) const;

  const std::vector<Library> &libraries() const { return libraries_; }

private:
  friend class Loader;
  llvm::StringMap<FunctionFacts> functions_;
  llvm::StringMap<FunctionFacts> cFunctions_;
  llvm::StringMap<TypeFacts> types_;
  llvm::StringMap<char> lastComponents_;
  std::vector<Library> libraries_;
};

} // namespace asynctidy::model
