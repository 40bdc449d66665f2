// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <llvm/ADT/StringRef.h>

#include <vector>

namespace asynctidy::model {

/// A shipped model, as text that lives as long as the program.
struct EmbeddedModel {
  llvm::StringRef name;
  llvm::StringRef json;
};

/// The models of lib/model/libraries, in the order of their names. Generated at build time.
std::vector<EmbeddedModel> embeddedModels();

} // namespace asynctidy::model
