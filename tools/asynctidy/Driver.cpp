// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Driver.h"

#include "asynctidy/Catalogue.h"
#include "asynctidy/CommandLine.h"
#include "asynctidy/models/Models.h"
#include "tidy/LlvmCompat.h"

#include <llvm/Support/FileSystem.h>

namespace asynctidy::driver {
namespace {

constexpr llvm::StringLiteral help =
    R"(usage: asynctidy COMMAND ...

Finds the mistakes of asynchronous code in C++20 coroutines.

commands:
  check [PATH...]     Look for mistakes in files
  explain NAME        Print what a check finds, why, and how to silence it
  list                List the checks
  models COMMAND      Print what is known of libraries and inferred from code
  COMMAND --help      Print the options of a command

options:
  --version           Print the versions of asynctidy and Clang
  --help              Print this help

exit codes:
  0  no findings
  1  findings
  2  the command line or the environment is wrong; nothing was written
  3  some files could not be parsed; what was found elsewhere is reported
)";

int unknownCommand(llvm::StringRef word) {
  std::string hint = didYouMean(word, {"check", "explain", "list", "models"});
  if (hint.empty())
    hint = llvm::sys::fs::exists(word) ? "; did you mean 'asynctidy check " + word.str() + "'?"
                                       : "; 'asynctidy --help' lists the commands";
  return fail(usageError("unknown " + llvm::Twine(word.starts_with("-") ? "option" : "command") +
                         " '" + word + "'" + hint));
}

} // namespace

int fail(llvm::Error error) {
  llvm::handleAllErrors(std::move(error), [](const llvm::ErrorInfoBase &each) {
    llvm::errs() << "asynctidy: error: " << each.message() << '\n';
  });
  return exitUsage;
}

int runDriver(llvm::ArrayRef<const char *> arguments) {
  if (arguments.size() < 2) {
    llvm::errs() << help;
    return exitUsage;
  }
  llvm::StringRef command = arguments[1];
  llvm::ArrayRef<const char *> rest = arguments.drop_front(2);
  if (command == "check")
    return runCheck(arguments.front(), rest);
  if (command == "explain")
    return runExplain(rest);
  if (command == "list")
    return runList(rest);
  if (command == "models")
    return runModels(arguments.front(), rest);
  if (command == "--help" || command == "-help" || command == "-h" || command == "help") {
    llvm::outs() << help;
    return exitClean;
  }
  if (command == "--version" || command == "-version") {
    llvm::outs() << "asynctidy " ASYNCTIDY_VERSION " (clang " CLANG_VERSION_STRING ")\n";
    return exitClean;
  }
  return unknownCommand(command);
}

} // namespace asynctidy::driver
