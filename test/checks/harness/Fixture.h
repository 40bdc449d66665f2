// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A fixture: code with comments that say what the checks report on it. The format is described
/// in README.md.
#pragma once

#include "harness/SourceText.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace asynctidy::test {

/// A diagnostic that somebody wrote down.
struct Expectation {
  enum class Kind {
    Expected,
    KnownMissed, ///< should be reported, and is not
    KnownFalse,  ///< is reported, and should not be
  };
  Kind kind = Kind::Expected;
  /// The line of code it is about.
  unsigned line = 0;
  /// The line of the comment.
  unsigned writtenAt = 0;
  std::string check;
  /// Part of the message.
  std::string message;
  /// Parts of notes it must have.
  std::vector<std::string> notes;
};

/// A comment that says nothing the harness understands.
struct Problem {
  unsigned line = 0;
  std::string text;
};

struct Fixture {
  Fixture(std::string path, std::string text) : path(std::move(path)), source(std::move(text)) {}

  std::string path;
  SourceText source;
  /// The check that its folder is for, which runs by its exact name; empty when there is none.
  std::string ownCheck;
  /// Where the code of each line ends: at its comment, or at its end.
  std::vector<unsigned> codeEnds;
  std::vector<Expectation> expectations;
  /// Lines of code as the fixes leave them, by the line they are expected on.
  std::map<unsigned, std::vector<std::string>> fixes;
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<std::string> checks;
  std::vector<std::string> flags;
  std::vector<std::string> runtime;
  /// What a library must have for it to be run on its declarations.
  std::vector<std::string> needs;
  bool errorsAllowed = false;
  std::vector<Problem> problems;

  unsigned count(Expectation::Kind kind) const;
};

/// Reads \p text as the fixture of a check at \p path, which need not exist.
Fixture parseFixture(std::string path, std::string text);

} // namespace asynctidy::test
