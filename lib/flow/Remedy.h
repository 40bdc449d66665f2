// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Where to close what nobody closes.
#pragma once

#include "flow/Function.h"

#include <optional>

namespace asynctidy::flow {

/// The one place where closing a resource covers every way to its end.
struct Remedy {
  const clang::CXXMethodDecl *close = nullptr;
  /// The (co_)return to do it before; null at the end of the block.
  const clang::Stmt *before = nullptr;
  const clang::CompoundStmt *block = nullptr;
};

/// For a \p resource that \p function closes nowhere; only where its block has one way out: its
/// end.
std::optional<Remedy> remedyFor(const clang::ValueDecl &resource, const Function &function,
                                model::Knowledge &knowledge);

} // namespace asynctidy::flow
