// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The classes that the code of a translation unit, system headers apart, defines or uses.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/SetVector.h>

namespace asynctidy::driver {

class UsedTypes {
public:
  explicit UsedTypes(clang::ASTContext &context);

  /// Each defined class, template or instantiation once; of system headers those that are returned,
  /// awaited or the type of a variable.
  llvm::ArrayRef<const clang::CXXRecordDecl *> classes() const { return classes_.getArrayRef(); }
  /// Whether some co_await has an operand of this class.
  bool isAwaited(const clang::CXXRecordDecl &record) const;
  /// Whether the class is what a promise or an operator co_await hands to the compiler.
  bool isMachinery(const clang::CXXRecordDecl &record) const;

private:
  class Collector;

  llvm::SetVector<const clang::CXXRecordDecl *> classes_;
  llvm::DenseSet<const clang::CXXRecordDecl *> awaited_;
  llvm::DenseSet<const clang::CXXRecordDecl *> machinery_;
};

/// Whether the class itself, not a free function, says how to await it.
bool hasOwnAwaiter(const clang::CXXRecordDecl &record);

/// Every class, template and instantiation that models call \p subject.
std::vector<const clang::CXXRecordDecl *> classesCalled(llvm::StringRef subject,
                                                        clang::ASTContext &context);

/// Every function that models call \p subject, declarations of templates included.
std::vector<const clang::FunctionDecl *> functionsCalled(llvm::StringRef subject,
                                                         clang::ASTContext &context);

} // namespace asynctidy::driver
