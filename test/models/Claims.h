// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the shipped models claim, one subject of one entry at a time, and what would be known
/// without it.
#pragma once

#include "model/Document.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace asynctidy::test {

/// A shipped model; \p name is that of its file, without the extension.
struct ShippedModel {
  std::string name;
  model::Document document;
};

/// All of them, in the order in which they are loaded.
const std::vector<ShippedModel> &shippedModels();

struct Claim {
  /// "coro::sync_wait: waits instead"; "replacement: sleep".
  std::string text;
  /// What a fixture that needs it probably has: the last component of the name, or what a
  /// replacement begins with.
  std::string word;
  /// The shipped models, but for this subject in this entry.
  std::function<std::shared_ptr<const model::Store>()> without;
};

/// Every claim of the model \p name.
std::vector<Claim> claimsOf(llvm::StringRef name);

} // namespace asynctidy::test
