// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Who says what: each property that a model states, with the place where it stands. The store
/// (Store.h) keeps only what holds in the end; this is for people who ask where it came from.
#pragma once

#include "model/Document.h"

#include <deque>

namespace asynctidy::model {

/// A model that was read without mistakes.
struct Model {
  Document document;
  /// A path, or "<shipped>/name.json".
  std::string origin;
  bool isShipped = false;
  /// How many names its entries have: one that names three functions counts three times.
  unsigned facts = 0;
};

enum class Kind { Type, Function, CFunction };

/// One property that a model states of one name.
struct Statement {
  Kind kind = Kind::Type;
  /// As models spell it; a statement for several namespaces stands for each of them.
  std::string name;
  llvm::StringRef property;
  /// As it is written in the model.
  llvm::json::Value value = nullptr;
  std::string why;
  std::string proof;
  const Model *model = nullptr;
  /// JSON pointer to the value.
  std::string pointer;
  /// The statement that takes this one back; null when it holds.
  const Statement *overriddenBy = nullptr;
};

class Ledger {
public:
  /// The shipped models and those at \p paths; mistakes as in Store::load.
  Ledger(llvm::ArrayRef<std::string> paths, std::vector<LoadError> &errors);
  Ledger(const Ledger &) = delete;
  Ledger &operator=(const Ledger &) = delete;

  /// The weakest first.
  const std::deque<Model> &models() const { return models_; }
  const std::deque<Statement> &statements() const { return statements_; }
  /// Those about \p name, the weakest first.
  std::vector<const Statement *> about(llvm::StringRef name) const;

private:
  void add(llvm::StringRef json, std::string origin, bool isShipped,
           std::vector<LoadError> &errors);
  template <class T>
  void addEntries(llvm::ArrayRef<Entry<T>> entries, Kind kind, const Model &model,
                  const llvm::json::Array &facts);
  void state(Statement statement);

  std::deque<Model> models_;
  std::deque<Statement> statements_;
  llvm::StringMap<std::vector<Statement *>> byName_;
};

} // namespace asynctidy::model
