// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The words that make a comment of a fixture an expectation, and the slips that make it none.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>

namespace asynctidy::test {

enum class Directive {
  Expect,
  Note,
  Fix,
  KnownMissed,
  KnownFalse,
  Options,
  Checks,
  Flags,
  Runtime,
  Errors,
  Needs,
};

/// "expect", "known-missed", ...
llvm::StringRef word(Directive directive);

/// Whether it is about the whole file rather than a line.
bool isForFile(Directive directive);

struct Comment {
  /// Unset for prose.
  std::optional<Directive> directive;
  /// What follows the colon, trimmed.
  std::string argument;
  /// Why the comment is neither a directive nor prose; empty when it is.
  std::string problem;
};

/// Reads \p text, what follows the "//" of a line comment.
Comment readComment(llvm::StringRef text);

} // namespace asynctidy::test
