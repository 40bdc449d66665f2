// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a conclusion about a type rests on, for people who ask. Making one costs nothing: the text
/// is put together when somebody reads it.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/Basic/SourceLocation.h>

#include <string>

namespace asynctidy::coro {

/// What something follows from; for what could not be proven, what stood in the way.
struct Reason {
  /// A literal; %0 stands for the qualified name of \c named. Empty when there is nothing to say.
  llvm::StringRef text = "";
  const clang::NamedDecl *named = nullptr;
  /// The code that decides, as tokens; only its beginning when it is a declaration.
  // NOLINTNEXTLINE(readability-redundant-member-init): may be left out where a reason is made
  clang::SourceRange place = {};

  explicit operator bool() const { return !text.empty(); }
  /// The text with the name in it: "initial_suspend returns 'std::suspend_always'".
  std::string str() const;
};

/// A value that was read from code, and why it is that one.
template <class T> struct Proven {
  T value{};
  Reason because = {};
};

/// The reason \p text, to be seen where \p decl is; \p named is %0.
Reason because(llvm::StringRef text, const clang::Decl *decl,
               const clang::NamedDecl *named = nullptr);

} // namespace asynctidy::coro
