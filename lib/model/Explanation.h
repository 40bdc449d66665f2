// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What is known of a type, property by property, with who says it and why.
#pragma once

#include "model/Knowledge.h"
#include "model/Ledger.h"

namespace asynctidy::model {

/// One property of a type, named as in models.
struct Property {
  llvm::StringRef name;
  /// As in models; null when it is not known.
  llvm::json::Value value = nullptr;
  /// Of a property that a model states.
  const Statement *statement = nullptr;
  /// Of a property that an attribute states: its word, without "asynctidy::".
  llvm::StringRef attribute;
  /// Of a property that nobody states: what structure rests on, and for one that is not known, what
  /// stood in the way.
  coro::Reason because;
};

struct Explanation {
  Meaning meaning;
  /// What was found out, or could be stated, about such a type; in the order of the model format,
  /// with "awaitable" added.
  std::vector<Property> properties;
  /// The base class whose models or attributes hold for the type; null when they are its own.
  const clang::CXXRecordDecl *base = nullptr;
};

/// What \p knowledge concludes about the class type \p type, from the models of \p ledger.
Explanation explain(const Knowledge &knowledge, const Ledger &ledger, clang::QualType type);

} // namespace asynctidy::model
