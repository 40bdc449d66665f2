// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a user can say where a type does not say enough by itself.
#pragma once

#include "asynctidy/models/Conclusions.h"

namespace asynctidy::driver {

struct Advice {
  /// The properties that are not proven, as models call them; empty when nothing is missing.
  std::vector<llvm::StringRef> missing;
  /// Entries for "facts" of a model, of which one is true.
  std::vector<llvm::json::Object> entries;
  /// The values that may stand for those in the entries.
  std::vector<std::pair<llvm::StringRef, std::vector<llvm::StringRef>>> choices;
  /// The words of the attributes that say as much as an entry.
  std::vector<llvm::StringRef> attributes;
};

Advice adviceOn(const Conclusion &conclusion);

} // namespace asynctidy::driver
