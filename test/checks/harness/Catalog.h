// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The fixtures and pages of the source tree.
#pragma once

#include <string>
#include <vector>

namespace asynctidy::test {

/// test/checks/<topic>/<check>/<stem>.cpp, or checks/<topic>/<check>.md without a stem.
struct Entry {
  std::string path;
  std::string topic;
  std::string check;
  std::string stem;
};

/// Sorted by path.
std::vector<Entry> fixtures();
std::vector<Entry> pages();

/// The file's text; throws nothing: a file that cannot be read ends the program.
std::string readFile(const std::string &path);

} // namespace asynctidy::test
