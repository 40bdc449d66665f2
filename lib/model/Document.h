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
  /// Its index in "facts".
  std::size_t index = 0;
  Facts facts;
  /// The properties it has; only those are merged.
  llvm::SmallVector<const Field<Facts> *> given;
};

struct Document {
  std::string library;
  std::string about;
  std::vector<std::string> namespaces;
  /// The functions are C functions, whatever namespace a header declares them in.
  bool c = false;
  std::vector<Replacement> replacements;
  std::vector<Entry<FunctionFacts>> functions;
  std::vector<Entry<TypeFacts>> types;
};

/// The text of a model; none when \p path cannot be read, which is added to \p errors.
std::optional<std::string> readModelFile(const std::string &path, std::vector<LoadError> &errors);

/// Reads the model \p json; \p file names it in \p errors. None when it has mistakes.
std::optional<Document> readDocument(llvm::StringRef json, llvm::StringRef file,
                                     std::vector<LoadError> &errors);

/// Whether the property \p key speaks of the entry itself and states no fact: the reason, the
/// proof.
bool isRemark(llvm::StringRef key);

/// Whether a function cannot have both properties: it blocks, it does not. Within one model that is
/// a mistake; of two models the later one holds.
bool contradict(llvm::StringRef one, llvm::StringRef other);

/// The last component of a qualified name: "operator()" of "a::b::operator()".
llvm::StringRef lastComponent(llvm::StringRef name);

/// A name that a model writes down, in each of the library's namespaces: as it stands, then, when
/// it starts with the first namespace, with each of the others in its place.
std::vector<std::string> spellings(llvm::StringRef name, llvm::ArrayRef<std::string> namespaces);

/// Reports every key that an object of \p json has twice; \p json is well-formed. LLVM's parser
/// silently keeps one of them.
void reportRepeatedKeys(llvm::StringRef json, llvm::StringRef file, std::vector<LoadError> &errors);

/// The version of the format that is understood.
inline constexpr int schemaVersion = 1;

} // namespace asynctidy::model
