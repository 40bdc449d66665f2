// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/Models.h"

#include "asynctidy/Analysis.h"
#include "asynctidy/CommandLine.h"
#include "asynctidy/Configuration.h"
#include "asynctidy/Driver.h"
#include "asynctidy/Summary.h"
#include "report/Merge.h"
#include "tidy/Session.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace asynctidy::driver {
namespace {

constexpr llvm::StringLiteral help =
    R"(usage: asynctidy models list [OPTION...]
       asynctidy models show NAME [FILE] [OPTION...] [-- COMPILER-FLAG...]
       asynctidy models check MODEL.json... [PATH...] [OPTION...] [-- COMPILER-FLAG...]
       asynctidy models infer FILE [OPTION...] [-- COMPILER-FLAG...]

list   Lists the models in force, with the number of their facts.
show   Prints all that is known of a type, a function or a library, and who says it; with a FILE
       that uses it also what the code itself says.
check  Reads models as the checks do and prints the mistakes in them.
infer  Prints what is concluded about the coroutine types and awaitables of FILE, and why; for what
       could not be proven, what a model can say.

The models in force are the shipped ones and those that --models, or else the option async.Models
of the configuration for FILE or the current directory, names.

options:
)";

constexpr llvm::StringLiteral exitCodes = R"(
exit codes:
  0  done
  1  check: mistakes
  2  the command line or the environment is wrong, or a model that the configuration names
  3  some files could not be parsed
)";

std::vector<OptionSpec> optionsOf(ModelsRequest &request, bool &help) {
  auto format = [&](llvm::StringRef value) -> llvm::Error {
    if (value != "text" && value != "json")
      return usageError("unknown format '" + value + "'; choose text or json");
    request.json = value == "json";
    return llvm::Error::success();
  };
  ConfigRequest &config = request.project.config;
  return {
      {"models", 0, "FILES", "The user's models, separated by ';', instead of async.Models",
       store(request.models)},
      {"config", 0, "YAML", "Configuration to use instead of .clang-tidy files",
       store(config.config)},
      {"config-file", 0, "FILE", "The same from a file", store(config.configFile)},
      {"build-dir", 'p', "DIR", "Directory of the compile database",
       store(request.project.buildPath)},
      {"extra-arg", 0, "FLAG", "Compiler flag to add at the end; may be repeated",
       append(config.extraArgs)},
      {"verify-models", 0, "",
       "check: note the names that are declared nowhere in\nPATH, or in all files of the compile "
       "database",
       set(request.verifyNames)},
      {"format", 'f', "FORMAT", "list, show, infer: text (default) or json", format},
      {"help", 'h', "", "Print this help", set(help)},
  };
}

llvm::Expected<int> dispatch(llvm::StringRef command, const ModelsRequest &request) {
  if (command == "list")
    return listModels(request);
  if (command == "show")
    return showModel(request);
  if (command == "check")
    return checkModels(request);
  if (command == "infer")
    return inferTypes(request);
  std::string hint = didYouMean(command, {"list", "show", "check", "infer"});
  return usageError("unknown command 'models " + command + "'" +
                    (hint.empty() ? "; 'asynctidy models --help' lists the commands" : hint));
}

std::string absolute(llvm::StringRef name) {
  llvm::SmallString<256> result(name);
  (void)llvm::sys::fs::make_absolute(result);
  llvm::sys::path::remove_dots(result, /*remove_dot_dot=*/true);
  return result.str().str();
}

} // namespace

llvm::Expected<Setup> setupFor(const ModelsRequest &request, llvm::StringRef file) {
  // What is wrong in models is ours to tell.
  ConfigRequest config = request.project.config;
  config.triesModels = false;
  auto configuration = Configuration::create(config);
  if (!configuration)
    return configuration.takeError();
  auto options = (*configuration)->optionsFor(file.empty() ? absolute("file.cpp") : file.str());
  if (!options)
    return options.takeError();
  Setup setup{**options, {}};
  const auto &values = setup.options.CheckOptions;
  auto named = values.find(tidy::SharedOptions::modelsKey);
  if (request.models)
    setup.models = tidy::modelPaths(*request.models);
  else if (named != values.end())
    setup.models = tidy::modelPaths(named->getValue().Value);
  return setup;
}

llvm::Expected<Unit> findUnit(ModelsRequest request, std::vector<std::string> paths) {
  if (paths.size() != 1)
    return usageError("name one file to look at");
  if (llvm::sys::fs::is_directory(paths.front()))
    return usageError("'" + paths.front() + "' is a directory; name one file to look at");
  request.project.paths = std::move(paths);
  auto project = findProject(request.project);
  if (!project)
    return project.takeError();
  return std::move(project->units.front());
}

bool reportMistakes(llvm::ArrayRef<model::LoadError> mistakes) {
  for (const model::LoadError &mistake : mistakes)
    llvm::errs() << "asynctidy: error: invalid model: " << mistake.message() << '\n';
  return !mistakes.empty();
}

bool reportFailures(std::vector<report::Failure> failures) {
  report::Report report;
  report.root = absolute(".");
  report.failures = std::move(failures);
  report::SourceFiles files;
  report::merge(report, files);
  describeFailures(report, llvm::errs());
  return !report.failures.empty();
}

int runModels(const char *executable, llvm::ArrayRef<const char *> arguments) {
  ModelsRequest request;
  bool wantsHelp = false;
  const std::vector<OptionSpec> options = optionsOf(request, wantsHelp);
  auto parsed = parseArguments(arguments, options);
  if (!parsed)
    return fail(parsed.takeError());
  if (wantsHelp) {
    llvm::outs() << help;
    describe(options, llvm::outs());
    llvm::outs() << exitCodes;
    return exitClean;
  }
  if (parsed->positional.empty())
    return fail(usageError("'asynctidy models' wants list, show, check or infer; --help explains "
                           "them"));
  std::string command = parsed->positional.front();
  request.names.assign(parsed->positional.begin() + 1, parsed->positional.end());
  request.project.flags = std::move(parsed->afterDashes);
  if (request.project.flags && !request.project.buildPath.empty())
    return fail(usageError("-p and flags after '--' exclude each other; give one of them"));
  request.resourceDirectory = findResourceDirectory(executable);
  if (request.resourceDirectory.empty())
    return fail(noResourceDirectory());
  auto code = dispatch(command, request);
  return code ? *code : fail(code.takeError());
}

} // namespace asynctidy::driver
