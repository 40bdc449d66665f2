// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Reads a command line against a table of options. LLVM's own library would accept the options of
/// LLVM's passes, too, and leave with exit code 1.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>
#include <llvm/Support/raw_ostream.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace asynctidy::driver {

/// An option that a command understands.
struct OptionSpec {
  /// Without its dashes.
  llvm::StringLiteral name;
  /// Also "-j N" or "-jN"; 0 for none.
  char letter;
  /// What its value stands for, "FILE"; empty for a flag. "[WHEN]" is optional and needs '='.
  llvm::StringLiteral value;
  /// Of options for developers it is empty: --help does not list them.
  llvm::StringLiteral help;
  /// Takes the value; says what was expected when it does not fit.
  std::function<llvm::Error(llvm::StringRef)> apply;
};

struct Arguments {
  std::vector<std::string> positional;
  /// What follows "--"; none when it is missing.
  std::optional<std::vector<std::string>> afterDashes;
};

/// Reads \p arguments in order. A single dash before a long name is accepted, as in clang-tidy.
llvm::Expected<Arguments> parseArguments(llvm::ArrayRef<const char *> arguments,
                                         llvm::ArrayRef<OptionSpec> options);

/// An error that the user caused; the message says what to do.
llvm::Error usageError(const llvm::Twine &message);

/// "; did you mean 'x'?" with the name of \p known that is nearest to \p word; empty when none is.
std::string didYouMean(llvm::StringRef word, llvm::ArrayRef<std::string> known);

/// The lines of --help.
void describe(llvm::ArrayRef<OptionSpec> options, llvm::raw_ostream &stream);

// For `apply`.
std::function<llvm::Error(llvm::StringRef)> set(bool &flag, bool value = true);
std::function<llvm::Error(llvm::StringRef)> store(std::string &place);
std::function<llvm::Error(llvm::StringRef)> store(std::optional<std::string> &place);
std::function<llvm::Error(llvm::StringRef)> append(std::vector<std::string> &list);

} // namespace asynctidy::driver
