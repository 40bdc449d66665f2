// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Analysis.h"
#include "asynctidy/CheckRun.h"
#include "asynctidy/CommandLine.h"
#include "asynctidy/Driver.h"

namespace asynctidy::driver {
namespace {

constexpr llvm::StringLiteral usage = R"(usage: asynctidy check [OPTION...] [PATH...]
       asynctidy check [OPTION...] FILE... -- [COMPILER-FLAG...]

Looks for mistakes in files, in all files of the compile database below a directory, or, without a
PATH, in all its files. The database is searched where the first PATH is, in build*/ and build*/*/
there, and above. Checks are chosen in .clang-tidy files and silenced with NOLINT, as in
clang-tidy; only async-* checks run, and all of them unless a configuration chooses some.

options:
)";

constexpr llvm::StringLiteral exitCodes = R"(
exit codes:
  0  no findings, or all of them fixed
  1  findings
  2  the command line or the environment is wrong; nothing was written
  3  some files could not be parsed; what was found elsewhere is reported
)";

llvm::Error parseFormat(llvm::StringRef value, Format &format) {
  if (value == "text")
    format = Format::Text;
  else if (value == "json")
    format = Format::Json;
  else if (value == "sarif")
    format = Format::Sarif;
  else
    return usageError("unknown format '" + value + "'; choose text, json or sarif");
  return llvm::Error::success();
}

std::vector<OptionSpec> optionsOf(CheckRequest &request, bool &help) {
  auto format = [&](llvm::StringRef value) { return parseFormat(value, request.format); };
  auto also = [&](llvm::StringRef value) -> llvm::Error {
    auto [name, file] = value.split('=');
    if (file.empty())
      return usageError("'" + value + "' is not FORMAT=FILE");
    request.also.push_back({Format::Json, file.str()});
    return parseFormat(name, request.also.back().format);
  };
  auto jobs = [&](llvm::StringRef value) -> llvm::Error {
    if (value.getAsInteger(10, request.jobs) || request.jobs == 0)
      return usageError("'" + value + "' is no number of threads; give 1 or more");
    return llvm::Error::success();
  };
  auto color = [&](llvm::StringRef value) -> llvm::Error {
    request.color = value.empty() ? "always" : value.str();
    if (request.color != "auto" && request.color != "always" && request.color != "never")
      return usageError("unknown value '" + value + "'; choose auto, always or never");
    return llvm::Error::success();
  };
  return {
      {"build-dir", 'p', "DIR", "Directory of the compile database", store(request.buildPath)},
      {"checks", 0, "GLOBS", "Added to `Checks` of .clang-tidy", store(request.config.checks)},
      {"config", 0, "YAML", "Configuration to use instead of .clang-tidy files",
       store(request.config.config)},
      {"config-file", 0, "FILE", "The same from a file", store(request.config.configFile)},
      {"header-filter", 0, "REGEX",
       "Headers to report findings in, besides the files\nthemselves; all but system headers when "
       "neither this\nnor .clang-tidy says",
       store(request.config.headerFilter)},
      {"extra-arg", 0, "FLAG", "Compiler flag to add at the end; may be repeated",
       append(request.config.extraArgs)},
      {"extra-arg-before", 0, "FLAG", "Compiler flag to add at the start; may be repeated",
       append(request.config.extraArgsBefore)},
      {"fix", 0, "", "Apply the fixes that the findings offer", set(request.fix)},
      {"format", 'f', "FORMAT", "text (default), json or sarif", format},
      {"output", 'o', "FILE",
       "Write the report there, all of it or nothing, and a\nsummary to standard output",
       store(request.output)},
      {"also", 0, "FORMAT=FILE", "Write another report there, too; may be repeated", also},
      {"jobs", 'j', "N", "Threads; as many as processors by default", jobs},
      {"color", 0, "[WHEN]", "auto (default), always or never", color},
      {"quiet", 'q', "", "No progress and no summary", set(request.quiet)},
      {"stats", 0, "",
       "Say how many functions were followed along their ways,\nand how many were too large for it",
       set(request.stats)},
      {"verify-models", 0, "",
       "Note the names in the user's models that are declared\nin none of the files",
       set(request.verifyModels)},
      {"list-checks", 0, "", "List the checks that are on for PATH", set(request.listChecks)},
      {"verify-config", 0, "", "Only check the configuration for PATH", set(request.verifyConfig)},
      {"no-skip-bodies", 0, "", "", set(request.skipBodies, false)},
      {"help", 'h', "", "Print this help", set(help)},
  };
}

} // namespace

int runCheck(const char *executable, llvm::ArrayRef<const char *> arguments) {
  CheckRequest request;
  bool help = false;
  std::vector<OptionSpec> options = optionsOf(request, help);
  auto parsed = parseArguments(arguments, options);
  if (!parsed)
    return fail(parsed.takeError());
  if (help) {
    llvm::outs() << usage;
    describe(options, llvm::outs());
    llvm::outs() << exitCodes;
    return exitClean;
  }
  request.paths = std::move(parsed->positional);
  request.flags = std::move(parsed->afterDashes);
  if (request.flags && !request.buildPath.empty())
    return fail(usageError("-p and flags after '--' exclude each other; give one of them"));

  std::string resourceDirectory = findResourceDirectory(executable);
  if (resourceDirectory.empty())
    return fail(noResourceDirectory());
  auto code = run(std::move(request), std::move(resourceDirectory));
  return code ? *code : fail(code.takeError());
}

} // namespace asynctidy::driver
