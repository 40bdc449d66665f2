// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the user's code says about itself: [[clang::annotate("asynctidy::<word>")]].
#pragma once

#include "model/Knowledge.h"

namespace asynctidy::model {

/// Lays what the attributes of \p function, its parameters and its class say over \p facts; false
/// when they say nothing.
bool applyAttributes(const clang::FunctionDecl &function, FunctionFacts &facts);

/// Lays what the attributes of \p record say over \p facts; false when they say nothing.
bool applyAttributes(const clang::CXXRecordDecl &record, TypeFacts &facts);

/// Each attribute of \p record that is understood on classes, and what it says alone; the strongest
/// last.
std::vector<std::pair<llvm::StringRef, TypeFacts>> attributesOf(const clang::CXXRecordDecl &record);

} // namespace asynctidy::model
