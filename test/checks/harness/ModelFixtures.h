// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The fixtures of test/models: those of one library, and the shared ones, which run once for each
/// library whose adaptor offers what they need. test/models/README.md describes them.
#pragma once

#include "harness/Fixture.h"

#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>
#include <vector>

namespace asynctidy::test {

/// test/models/<library>/<stem>.cpp
struct ModelEntry {
  std::string path;
  std::string library;
  std::string stem;
};

/// What one library runs of test/models/shared.
struct SharedEntry {
  /// The name of a folder of test/mocks.
  std::string library;
  std::string adaptor;
  /// The fixtures whose needs the adaptor offers, sorted.
  std::vector<std::string> paths;
  /// Set where they run on the library's real headers: the flags that find these.
  std::optional<std::vector<std::string>> real;
};

inline constexpr llvm::StringLiteral testRoot = ASYNCTIDY_SOURCE_DIR "/test";

/// Those below \p root, sorted by path.
std::vector<ModelEntry> modelFixtures(llvm::StringRef root = testRoot);

/// Those below \p root, one for each test/mocks/<library>/adaptor.h, sorted by library.
std::vector<SharedEntry> sharedFixtures(llvm::StringRef root = testRoot);

/// The same on the real headers of those libraries that a package has: those whose adaptors have a
/// line "// real: <flags>". A line "// real lacks: <words>" takes back what they offer.
std::vector<SharedEntry> realFixtures(llvm::StringRef root = testRoot);

/// The files of test/models/shared below \p root, sorted.
std::vector<std::string> sharedSources(llvm::StringRef root = testRoot);

/// What the lines "// offers: lazy sleep" of an adaptor say, in their order.
std::vector<std::string> offers(llvm::StringRef adaptor);

/// Reads \p entry's file; the mocks of its library are on the include path.
Fixture parseFixture(const ModelEntry &entry);

/// One translation unit of all of \p entry's files, each in a namespace of its own behind the
/// includes of all: a library's headers are parsed once. A file with a line for the whole file
/// other than "needs:" is a problem. On real headers the folder of mocks is not on the
/// include path: all that is taken from it is the adaptor.
Fixture parseFixture(const SharedEntry &entry);

} // namespace asynctidy::test
