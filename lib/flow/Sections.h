// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The sections of a test, of which each run takes one: SECTION("a") { ... } SECTION("b") { ... }.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/AST/Stmt.h>
#include <llvm/ADT/DenseMap.h>

#include <optional>

namespace asynctidy::flow {

/// An if behind which a section is.
struct Section {
  /// All that stand in it are one choice.
  const clang::CompoundStmt *block = nullptr;
  bool isLast = false;
};

class Sections {
public:
  Sections() = default;
  /// Those in \p body, lambdas apart.
  Sections(const clang::ASTContext &context, const clang::Stmt &body) { note(&body, context); }

  /// Empty for a condition that is no section's.
  std::optional<Section> of(const clang::Expr &condition) const;

private:
  void note(const clang::Stmt *node, const clang::ASTContext &context);

  /// By its condition.
  llvm::DenseMap<const clang::Expr *, Section> sections_;
};

} // namespace asynctidy::flow
