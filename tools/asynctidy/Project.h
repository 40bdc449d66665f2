// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Which files to look at and how they are compiled.
#pragma once

#include "asynctidy/Request.h"

#include <clang/Tooling/CompilationDatabase.h>
#include <llvm/Support/Error.h>

namespace asynctidy::driver {

/// A main file and its compile commands: more than one when it is built in several ways.
struct Unit {
  /// Absolute.
  std::string file;
  std::vector<clang::tooling::CompileCommand> commands;
};

struct Project {
  /// The compile database; empty when flags were given instead.
  std::string database;
  /// How many databases that one was chosen from, being the newest.
  unsigned candidates = 1;
  /// Sorted by file, each once.
  std::vector<Unit> units;
};

/// Fails with what to do when a path or the database is missing, unreadable or empty.
llvm::Expected<Project> findProject(const CheckRequest &request);

} // namespace asynctidy::driver
