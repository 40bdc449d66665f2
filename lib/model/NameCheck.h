// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Whether the names in a model are declared anywhere: a slip in one is no mistake of the format,
/// its facts are just never found.
#pragma once

#include "model/Ledger.h"

#include <clang/AST/ASTContext.h>
#include <llvm/ADT/StringSet.h>

namespace asynctidy::model {

/// A name that a model states something of.
struct ModelName {
  Kind kind = Kind::Type;
  /// In each of the library's namespaces; declared when one of them is.
  std::vector<std::string> spellings;
  /// Where it stands.
  std::string file;
  std::string pointer;
};

/// The subjects of \p model, in its order.
std::vector<ModelName> namesIn(const Model &model);

/// Which of some names are declared in translation units.
class NameCheck {
public:
  explicit NameCheck(llvm::ArrayRef<ModelName> names);

  /// Looks at the declarations of one more translation unit, those in system headers too. Function
  /// bodies do not count.
  void look(const clang::ASTContext &context);
  /// Adds what \p other has seen of the same names.
  void merge(const NameCheck &other);

  bool isDeclared(const ModelName &name) const;
  /// What \p name, which is not declared, may have been meant for: the class behind a typedef, the
  /// base class that declares a method. Empty when nothing was seen.
  std::string hint(const ModelName &name) const;

private:
  class Walk;
  friend class Walk;

  static std::string key(Kind kind, llvm::StringRef name);

  /// The last components of the names that are looked for, and of the classes they may be in.
  llvm::StringSet<> lastComponents_;
  llvm::StringSet<> wanted_;
  /// The last components of the functions that are looked for in a class.
  llvm::StringMap<std::vector<std::string>> methods_;
  llvm::StringSet<> declared_;
  llvm::StringMap<std::string> hints_;
};

} // namespace asynctidy::model
