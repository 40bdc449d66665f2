// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a run found, without any type of clang-tidy: the input of every report writer.
#pragma once

#include <string>
#include <vector>

namespace asynctidy::report {

/// Counted from 1, columns in bytes as compilers do; line 0 means that it is not known.
struct Position {
  unsigned line = 0;
  unsigned column = 0;
};

/// A stretch of a file. `end` is the position just after it.
struct Range {
  /// Absolute; empty for a message that belongs to no file.
  std::string file;
  unsigned offset = 0;
  unsigned length = 0;
  Position begin;
  Position end;
};

struct Replacement {
  Range range;
  std::string text;
};

/// A message with its place. The place's length is that of the token there, unless a highlight
/// starts at the same offset.
struct Message {
  std::string text;
  Range place;
  std::vector<Range> highlights;
  /// To be applied together.
  std::vector<Replacement> fix;
};

enum class Severity { Warning, Error };

struct Finding {
  /// With its prefix, as in "async-blocking-call".
  std::string check;
  Severity severity = Severity::Warning;
  Message message;
  std::vector<Message> notes;
  /// Whether --fix changed the file.
  bool fixed = false;
  /// Whether its translation unit has errors: such a fix is not applied.
  bool inBrokenUnit = false;
  /// Survives edits elsewhere in the file; see Fingerprint.h.
  std::string fingerprint;
};

/// A file that the compiler rejects; findings in it may be missing.
struct Failure {
  /// The main file of the translation unit.
  std::string unit;
  /// The first of its errors.
  Message first;
  unsigned errors = 1;
};

/// What a report says about a check, whether it found anything or not.
struct Rule {
  /// With its prefix.
  std::string check;
  std::string topic;
  std::string summary;
  /// "default", "strict" or "off".
  std::string tier;
  /// The check's page, Markdown; empty when there is none.
  std::string page;
};

struct Report {
  std::string toolVersion;
  std::string clangVersion;
  /// Absolute; files below it are named relative to it.
  std::string root;
  /// How many translation units were looked at.
  unsigned units = 0;
  std::vector<Rule> rules;
  std::vector<Finding> findings;
  std::vector<Failure> failures;

  /// The rule of \p check; null when the report does not know it.
  const Rule *rule(const std::string &check) const {
    for (const Rule &each : rules)
      if (each.check == check)
        return &each;
    return nullptr;
  }
};

} // namespace asynctidy::report
