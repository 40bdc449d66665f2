// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Puts models into a Store.
#pragma once

#include "model/Document.h"

namespace asynctidy::model {

class Loader {
public:
  explicit Loader(Store &store) : store_(store) {}

  /// Adds the model \p json on top of what is there: nothing at all when it has mistakes, which
  /// are added to \p errors.
  void add(llvm::StringRef json, llvm::StringRef origin, std::vector<LoadError> &errors);
  void add(const Document &document, llvm::StringRef origin);

private:
  template <class T>
  void merge(const Entry<T> &entry, const Document &document, llvm::StringMap<T> &into);
  void addLibraries(const Document &document, llvm::StringRef origin);

  Store &store_;
};

} // namespace asynctidy::model
