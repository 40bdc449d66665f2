// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// One model, read and found to be free of mistakes, before it is merged with others.
#pragma once

#include "model/Fields.h"

namespace asynctidy::model {

/// One entry of "facts".
template <class T> struct Entry {
  using Facts = T;

  std::vector<std::string> subjects;
  Facts facts;
  /// The properties it has; only those are merged.
  llvm::SmallVector<const Field<Facts> *> given;
};

struct Document {
  std::string library;
  std::vector<std::string> namespaces;
  /// The functions are C functions, whatever namespace a header declares them in.
  bool c = false;
  std::vector<Replacement> replacements;
  std::vector<Entry<FunctionFacts>> functions;
  std::vector<Entry<TypeFacts>> types;
};

/// Reads the model \p json; \p file names it in \p errors. None when it has mistakes.
std::optional<Document> readDocument(llvm::StringRef json, llvm::StringRef file,
                                     std::vector<LoadError> &errors);

/// Reports every key that an object of \p json has twice; \p json is well-formed. LLVM's parser
/// silently keeps one of them.
void reportRepeatedKeys(llvm::StringRef json, llvm::StringRef file, std::vector<LoadError> &errors);

/// The version of the format that is understood.
inline constexpr int schemaVersion = 1;

} // namespace asynctidy::model
