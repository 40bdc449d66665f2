// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/CheckRun.h"

#include "asynctidy/Catalogue.h"
#include "asynctidy/CommandLine.h"
#include "asynctidy/Configuration.h"
#include "asynctidy/Convert.h"
#include "asynctidy/Driver.h"
#include "asynctidy/Fixes.h"
#include "asynctidy/Runner.h"
#include "asynctidy/Summary.h"
#include "asynctidy/models/Names.h"
#include "report/JsonReport.h"
#include "report/Merge.h"
#include "report/Paths.h"
#include "report/SarifReport.h"
#include "report/TextReport.h"
#include "tidy/LlvmCompat.h"
#include "tidy/Session.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/Threading.h>

namespace fs = llvm::sys::fs;

namespace asynctidy::driver {
namespace {

std::string currentDirectory() {
  llvm::SmallString<256> directory;
  (void)fs::current_path(directory);
  return directory.str().str();
}

/// Fails before the work when the report could not be written after it.
llvm::Error verifyOutput(llvm::StringRef output) {
  if (output.empty())
    return llvm::Error::success();
  llvm::SmallString<256> path(output);
  (void)fs::make_absolute(path);
  std::error_code error;
  if (fs::is_directory(path))
    error = std::make_error_code(std::errc::is_a_directory);
  else if (fs::exists(path))
    error = fs::access(path, fs::AccessMode::Write);
  else
    error = fs::access(llvm::sys::path::parent_path(path), fs::AccessMode::Write);
  if (error)
    return usageError("cannot write the report to '" + output + "': " + error.message());
  return llvm::Error::success();
}

/// One run of `asynctidy check`.
class Run {
public:
  Run(CheckRequest request, std::string resourceDirectory)
      : request_(std::move(request)),
        settings_{std::move(resourceDirectory), request_.skipBodies, request_.stats} {}

  llvm::Expected<int> run() {
    if (llvm::Error error = verifyOutput(request_.output))
      return error;
    for (const ExtraReport &extra : request_.also)
      if (llvm::Error error = verifyOutput(extra.output))
        return error;
    auto configuration = Configuration::create(request_.config);
    if (!configuration)
      return configuration.takeError();
    configuration_ = std::move(*configuration);
    if (request_.listChecks || request_.verifyConfig)
      return showConfiguration();

    auto project = findProject(request_);
    if (!project)
      return project.takeError();
    if (project->candidates > 1 && !request_.quiet)
      llvm::errs() << "asynctidy: using the compile database in " << project->database
                   << ", the newest of " << project->candidates << "; -p DIR chooses another\n";
    std::vector<Job> jobs;
    for (const Unit &unit : project->units) {
      auto options = configuration_->optionsFor(unit.file);
      if (!options)
        return options.takeError();
      if (!enabledChecks(**options).empty())
        jobs.push_back({&unit, *options});
    }
    if (jobs.empty())
      return usageError(
          "no checks are enabled for these files; 'Checks' in .clang-tidy or --checks "
          "switches all async-* checks off");
    if (request_.verifyModels)
      prepareNames(jobs);
    collect(runJobs(jobs, threads(), settings_, showsProgress()));
    return finish();
  }

private:
  llvm::Expected<int> showConfiguration() {
    std::vector<std::string> paths = request_.paths;
    if (paths.empty())
      paths.push_back(".");
    for (const std::string &each : paths) {
      if (!fs::exists(each))
        return usageError("no such file or directory: '" + each + "'");
      llvm::SmallString<256> file(each);
      (void)fs::make_absolute(file);
      if (fs::is_directory(file))
        llvm::sys::path::append(file, "file.cpp");
      llvm::sys::path::remove_dots(file, true);
      auto options = configuration_->optionsFor(file);
      if (!options)
        return options.takeError();
      if (!request_.listChecks)
        continue;
      llvm::outs() << "Enabled checks:\n";
      for (const std::string &check : enabledChecks(**options))
        llvm::outs() << "    " << check << '\n';
    }
    if (!request_.listChecks)
      llvm::outs() << "No config errors detected.\n";
    return exitClean;
  }

  unsigned threads() const {
    return request_.jobs ? request_.jobs : llvm::hardware_concurrency().compute_thread_count();
  }

  bool showsProgress() const {
    return !request_.quiet && llvm::sys::Process::StandardErrIsDisplayed();
  }

  /// The names in the models that any of the files has.
  void prepareNames(llvm::ArrayRef<Job> jobs) {
    std::vector<std::string> paths;
    for (const Job &job : jobs) {
      auto named = job.options->CheckOptions.find(tidy::SharedOptions::modelsKey);
      if (named == job.options->CheckOptions.end())
        continue;
      for (std::string &path : tidy::modelPaths(named->getValue().Value))
        if (!llvm::is_contained(paths, path))
          paths.push_back(std::move(path));
    }
    std::vector<model::LoadError> mistakes; // the configuration has none
    names_ = userNames(model::Ledger(paths, mistakes));
    unseen_ = seen_ = model::NameCheck(names_);
    settings_.names = &unseen_;
  }

  void collect(std::vector<UnitResult> results) {
    report_.toolVersion = ASYNCTIDY_VERSION;
    report_.clangVersion = CLANG_VERSION_STRING;
    report_.root = currentDirectory();
    report_.units = results.size();
    report_.rules = rules();
    for (UnitResult &result : results) {
      llvm::append_range(report_.findings, result.findings);
      if (result.failure)
        report_.failures.push_back(std::move(*result.failure));
      old_ += result.isOldLanguage;
      statistics_ += result.statistics;
      if (result.names)
        seen_.merge(*result.names);
    }
    unifyNames(report_);
    report::merge(report_, files_);
  }

  /// Fixes, then reports: a report never promises what could not be written.
  llvm::Expected<int> finish() {
    if (request_.fix) {
      auto styleOf = [&](llvm::StringRef file) -> llvm::Expected<std::string> {
        auto options = configuration_->optionsFor(file);
        if (!options)
          return options.takeError();
        return (*options)->FormatStyle.value_or("none");
      };
      auto fixed = planFixes(report_.findings, files_, styleOf);
      if (!fixed)
        return fixed.takeError();
      if (llvm::Error error = writeFixes(*fixed))
        return error;
    }
    if (llvm::Error error = writeReport())
      return error;
    if (!request_.quiet)
      summarise(report_, old_, request_.output.empty() ? llvm::errs() : llvm::outs());
    if (request_.stats)
      describe(statistics_, llvm::errs());
    noteUndeclared(names_, seen_, report_.units - old_ - report_.failures.size(), llvm::errs());
    if (!report_.failures.empty()) {
      describeFailures(report_, llvm::errs());
      return exitIncomplete;
    }
    bool isClean = llvm::all_of(report_.findings, [](auto &each) { return each.fixed; });
    return isClean ? exitClean : exitFindings;
  }

  std::string render(Format format, bool color) {
    std::string text;
    llvm::raw_string_ostream stream(text);
    switch (format) {
    case Format::Text:
      report::writeText(report_, files_, color, stream);
      break;
    case Format::Json:
      report::writeJson(report_, stream);
      break;
    case Format::Sarif:
      report::writeSarif(report_, files_, stream);
      break;
    }
    return text;
  }

  static llvm::Error writeFile(llvm::StringRef output, llvm::StringRef text) {
    std::string error = report::writeAtomically(output, text);
    if (error.empty())
      return llvm::Error::success();
    return usageError("cannot write the report to '" + output + "': " + error);
  }

  llvm::Error writeReport() {
    for (const ExtraReport &extra : request_.also)
      if (llvm::Error error = writeFile(extra.output, render(extra.format, /*color=*/false)))
        return error;
    bool isTerminal = request_.output.empty() && llvm::sys::Process::StandardOutHasColors();
    bool color = request_.color == "always" || (request_.color == "auto" && isTerminal);
    std::string text = render(request_.format, color);
    if (!request_.output.empty())
      return writeFile(request_.output, text);
    llvm::outs() << text;
    llvm::outs().flush();
    if (std::error_code error = llvm::outs().error()) {
      llvm::outs().clear_error();
      return usageError("cannot write the report to standard output: " + error.message());
    }
    return llvm::Error::success();
  }

  CheckRequest request_;
  AnalysisSettings settings_;
  std::unique_ptr<Configuration> configuration_;
  report::SourceFiles files_;
  report::Report report_;
  unsigned old_ = 0;
  flow::Statistics statistics_;
  /// For --verify-models: the names, none of them seen, and all that was seen.
  std::vector<model::ModelName> names_;
  model::NameCheck unseen_{{}};
  model::NameCheck seen_{{}};
};

} // namespace

llvm::Expected<int> run(CheckRequest request, std::string resourceDirectory) {
  return Run(std::move(request), std::move(resourceDirectory)).run();
}

} // namespace asynctidy::driver
