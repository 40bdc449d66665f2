// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Which fixtures need which claims of a model.
#pragma once

#include "Claims.h"
#include "harness/ParsedFixture.h"

#include <functional>
#include <string>
#include <vector>

namespace asynctidy::test {

/// A fixture that may need claims, parsed when it is first run.
class Witness {
public:
  Witness(std::string path, std::string text, std::function<Fixture()> read)
      : path_(std::move(path)), text_(std::move(text)), read_(std::move(read)) {}

  const std::string &path() const { return path_; }
  bool mentions(llvm::StringRef word) const;

  /// What is wrong with it although all is known; empty when it holds.
  std::string problem();
  /// Whether it fails when nothing but \p store is known.
  bool failsWith(std::shared_ptr<const model::Store> store);
  /// Frees the memory that its code takes.
  void forget() { parsed_.reset(); }

private:
  ParsedFixture &parsed();

  std::string path_;
  std::string text_;
  std::function<Fixture()> read_;
  std::unique_ptr<ParsedFixture> parsed_;
};

struct Verdict {
  /// Claims that no fixture needs, in the order of the model.
  std::vector<std::string> unproven;
  /// What is wrong with fixtures by themselves.
  std::string problems;
};

/// Tries the claims of \p model on its own fixtures and on the shared ones, and what is left on
/// those fixtures of checks that mention it.
Verdict prove(llvm::StringRef model);

} // namespace asynctidy::test
