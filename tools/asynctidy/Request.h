// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the user asked `asynctidy check` for.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace asynctidy::driver {

enum class Format { Text, Json, Sarif };

/// A report in a file, beside the one that --format and --output ask for.
struct ExtraReport {
  Format format = Format::Json;
  std::string output;
};

/// Sources of configuration besides .clang-tidy files; as in clang-tidy.
struct ConfigRequest {
  std::optional<std::string> checks;
  std::optional<std::string> config;
  std::optional<std::string> configFile;
  std::optional<std::string> headerFilter;
  std::vector<std::string> extraArgs;
  std::vector<std::string> extraArgsBefore;
  /// Whether a mistake in a model is a mistake of the configuration.
  bool triesModels = true;
};

struct CheckRequest {
  std::vector<std::string> paths;
  /// Directory or file of the compile database.
  std::string buildPath;
  /// Compiler flags after "--", instead of a compile database.
  std::optional<std::vector<std::string>> flags;
  ConfigRequest config;
  Format format = Format::Text;
  /// Empty for the standard output.
  std::string output;
  std::vector<ExtraReport> also;
  unsigned jobs = 0;
  bool fix = false;
  bool quiet = false;
  bool stats = false;
  bool listChecks = false;
  bool verifyConfig = false;
  bool verifyModels = false;
  std::string color = "auto";
  bool skipBodies = true;
};

} // namespace asynctidy::driver
