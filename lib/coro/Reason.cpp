// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Reason.h"

namespace asynctidy::coro {

std::string Reason::str() const {
  auto [before, after] = text.split("%0");
  if (before == text)
    return text.str();
  return (before + "'" + (named ? named->getQualifiedNameAsString() : "?") + "'" + after).str();
}

Reason because(llvm::StringRef text, const clang::Decl *decl, const clang::NamedDecl *named) {
  if (!decl)
    return {text, named, {}};
  return {text, named, decl->getLocation()};
}

} // namespace asynctidy::coro
