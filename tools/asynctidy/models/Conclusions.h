// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What is concluded about the types of one translation unit.
#pragma once

#include "model/Explanation.h"

#include <clang/AST/ASTContext.h>

namespace asynctidy::driver {

/// What is concluded about a class, or about the instantiations of a template that come to the
/// same.
struct Conclusion {
  /// As a model names it, without template arguments.
  std::string subject;
  /// As in code: "app::Task<T>"; "app::Task<void>" where specialisations differ.
  std::string name;
  /// The definition that was read.
  const clang::CXXRecordDecl *definition = nullptr;
  /// What C++ says of coroutines that return it; none when there are none.
  std::optional<coro::CoroutineType> coroutine;
  model::Explanation explanation;
};

/// The coroutine types and awaitables that the code of \p context, system headers apart, defines,
/// and those of system headers that it returns, awaits or has variables of; also what models know
/// as futures, promises and the like. In the order of the translation unit. What is only there to
/// await others with (the awaiters of a promise) is left out.
std::vector<Conclusion> conclusions(clang::ASTContext &context, const model::Knowledge &knowledge,
                                    const model::Ledger &ledger);

/// The same for the classes that models call \p subject, wherever they are declared and whatever
/// they are.
std::vector<Conclusion> conclusionsAbout(llvm::StringRef subject, clang::ASTContext &context,
                                         const model::Knowledge &knowledge,
                                         const model::Ledger &ledger);

} // namespace asynctidy::driver
