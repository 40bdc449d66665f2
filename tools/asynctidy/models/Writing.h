// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Conclusions as text and as JSON.
#pragma once

#include "asynctidy/models/Conclusions.h"

#include <llvm/Support/JSON.h>

namespace asynctidy::driver {

/// A paragraph: what the type is, its properties with what they rest on, and what could be said of
/// those that are not known.
void writeText(const Conclusion &conclusion, const clang::ASTContext &context,
               llvm::raw_ostream &stream);

/// The same as an object.
void writeJson(const Conclusion &conclusion, const clang::ASTContext &context,
               llvm::json::OStream &out);

/// A value of a model in words: text without quotes, yes and no, "not known" for null.
std::string inWords(const llvm::json::Value &value);

/// "<shipped>/asio.json: /facts/3/role"
std::string sourceOf(const model::Statement &statement);

} // namespace asynctidy::driver
