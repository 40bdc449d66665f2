// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Configuration.h"

#include "asynctidy/Checks.h"
#include "asynctidy/CommandLine.h"
#include "tidy/Session.h"

#include <clang-tidy/ClangTidy.h>
#include <clang-tidy/ClangTidyDiagnosticConsumer.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Regex.h>
#include <llvm/Support/SourceMgr.h>

namespace ct = clang::tidy;

namespace asynctidy::driver {
namespace {

/// Every option that some check of ours reads.
const std::vector<std::string> &optionNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result = {tidy::SharedOptions::modelsKey.str(),
                                       tidy::SharedOptions::tierKey.str()};
    const ct::NamesAndOptions known = ct::getAllChecksAndOptions(false);
    for (llvm::StringRef name : known.Options.keys())
      result.push_back(name.str());
    llvm::sort(result);
    return result;
  }();
  return names;
}

llvm::Error verifyOptionNames(const ct::ClangTidyOptions &options, llvm::StringRef source) {
  std::vector<std::string> keys;
  for (llvm::StringRef key : options.CheckOptions.keys())
    if (key.starts_with("async-") || key.starts_with("async."))
      keys.push_back(key.str());
  llvm::sort(keys);
  for (const std::string &key : keys) {
    if (llvm::is_contained(optionNames(), key))
      continue;
    std::string hint = didYouMean(key, optionNames());
    return usageError(source + ": unknown option '" + key + "'" +
                      (hint.empty() ? "; 'asynctidy list --format json' shows the options" : hint));
  }
  return llvm::Error::success();
}

/// What would make clang-tidy's own classes stop or fall silent.
llvm::Error verifyFields(const ct::ClangTidyOptions &options, llvm::StringRef source) {
  using Expression = std::pair<llvm::StringRef, const std::optional<std::string> &>;
  for (auto [name, value] :
       {Expression("HeaderFilterRegex", options.HeaderFilterRegex),
        Expression("ExcludeHeaderFilterRegex", options.ExcludeHeaderFilterRegex)}) {
    std::string why;
    if (value && !value->empty() && !llvm::Regex(*value).isValid(why))
      return usageError(source + ": invalid regular expression '" + *value + "' for " + name +
                        ": " + why);
  }
  for (const auto *extensions :
       {&options.HeaderFileExtensions, &options.ImplementationFileExtensions})
    if (*extensions)
      for (llvm::StringRef extension : **extensions)
        if (!llvm::all_of(extension.trim(), llvm::isAlnum))
          return usageError(source + ": invalid file extension '" + extension +
                            "'; extensions are letters and digits, without a dot");
  return llvm::Error::success();
}

/// Creates the checks, so that they read their options and the models.
llvm::Error tryValues(const ct::ClangTidyOptions &options) {
  ct::ClangTidyContext context(
      std::make_unique<ct::DefaultOptionsProvider>(ct::ClangTidyGlobalOptions(), options));
  ct::ClangTidyDiagnosticConsumer consumer(context);
  clang::DiagnosticsEngine diagnostics(new clang::DiagnosticIDs, new clang::DiagnosticOptions,
                                       &consumer, /*ShouldOwnClient=*/false);
  context.setDiagnosticsEngine(&diagnostics);
  (void)ct::ClangTidyASTConsumerFactory(context).getCheckOptions();
  llvm::Error errors = llvm::Error::success();
  for (const ct::ClangTidyError &error : consumer.take())
    errors =
        llvm::joinErrors(std::move(errors), usageError("configuration: " + error.Message.Message));
  return errors;
}

/// A provider that reads configuration files through a function of ours.
template <typename Provider> class Reporting : public Provider {
public:
  template <typename Parse, typename... Arguments>
  Reporting(Parse parse, Arguments &&...arguments)
      : Provider(std::forward<Arguments>(arguments)...) {
    this->ConfigHandlers = {{".clang-tidy", parse}};
  }
};

std::string sourceName(llvm::StringRef source) {
  if (source == ct::ClangTidyOptionsProvider::OptionsSourceTypeCheckCommandLineOption)
    return "command line";
  if (source == ct::ClangTidyOptionsProvider::OptionsSourceTypeConfigCommandLineOption)
    return "--config";
  return source.str();
}

} // namespace

llvm::ErrorOr<ct::ClangTidyOptions> Configuration::parse(llvm::MemoryBufferRef text) {
  auto record = [&](const llvm::SMDiagnostic &problem) {
    if (problem.getKind() != llvm::SourceMgr::DK_Error || !syntaxErrors_.empty())
      return;
    llvm::raw_string_ostream stream(syntaxErrors_);
    stream << text.getBufferIdentifier() << ':' << problem.getLineNo() << ':'
           << problem.getColumnNo() + 1 << ": " << problem.getMessage();
  };
  auto options = ct::parseConfigurationWithDiags(text, record);
  if (!options && syntaxErrors_.empty())
    syntaxErrors_ = (text.getBufferIdentifier() + ": " + options.getError().message()).str();
  // The provider would print an error and go on without the file; we stop at the message above.
  return options ? std::move(*options) : ct::ClangTidyOptions();
}

llvm::Expected<std::unique_ptr<Configuration>> Configuration::create(const ConfigRequest &request) {
  std::unique_ptr<Configuration> result(new Configuration);
  result->triesModels_ = request.triesModels;
  ct::ClangTidyOptions defaults = ct::ClangTidyOptions::getDefaults();
  defaults.Checks = "";
  defaults.WarningsAsErrors = "";
  // Projects have coroutines in headers; system headers never count.
  defaults.HeaderFilterRegex = ".*";
  defaults.FormatStyle = "none";

  ct::ClangTidyOptions overrides;
  overrides.Checks = request.checks;
  overrides.HeaderFilterRegex = request.headerFilter;
  if (!request.extraArgs.empty())
    overrides.ExtraArgs = request.extraArgs;
  if (!request.extraArgsBefore.empty())
    overrides.ExtraArgsBefore = request.extraArgsBefore;

  auto parse = [config = result.get()](llvm::MemoryBufferRef text) { return config->parse(text); };
  if (!request.config && !request.configFile) {
    result->provider_ = std::make_unique<Reporting<ct::FileOptionsProvider>>(
        parse, ct::ClangTidyGlobalOptions(), defaults, overrides, llvm::vfs::getRealFileSystem());
    return result;
  }

  if (request.config && request.configFile)
    return usageError("--config and --config-file exclude each other; give one of them");
  std::unique_ptr<llvm::MemoryBuffer> text;
  if (request.config) {
    text = llvm::MemoryBuffer::getMemBuffer(*request.config, "--config");
  } else {
    auto file = llvm::MemoryBuffer::getFile(*request.configFile);
    if (!file)
      return usageError("cannot read --config-file '" + *request.configFile +
                        "': " + file.getError().message());
    text = std::move(*file);
  }
  auto options = result->parse(*text);
  if (!result->syntaxErrors_.empty())
    return usageError(result->syntaxErrors_);
  result->provider_ = std::make_unique<Reporting<ct::ConfigOptionsProvider>>(
      parse, ct::ClangTidyGlobalOptions(), defaults, std::move(*options), overrides,
      llvm::vfs::getRealFileSystem());
  return result;
}

llvm::Expected<ct::ClangTidyOptions> Configuration::resolve(llvm::StringRef file) {
  std::vector<Source> sources = provider_->getRawOptions(file);
  if (!syntaxErrors_.empty())
    return usageError(syntaxErrors_);
  ct::ClangTidyOptions merged;
  unsigned order = 0;
  for (const auto &[options, where] : sources) {
    std::string source = sourceName(where);
    if (options.Checks)
      if (llvm::Error error = verifyGlobs(*options.Checks, source, source != "command line"))
        return error;
    if (llvm::Error error = verifyOptionNames(options, source))
      return error;
    if (llvm::Error error = verifyFields(options, source))
      return error;
    merged.mergeWith(options, ++order);
  }
  merged.Checks = selectOurs(merged.Checks.value_or(""));
  ct::ClangTidyOptions complete = ct::ClangTidyOptions::getDefaults().merge(merged, 0);
  ct::ClangTidyOptions tried = complete;
  if (!triesModels_)
    tried.CheckOptions.erase(tidy::SharedOptions::modelsKey);
  if (tried_.insert(ct::configurationAsText(tried)).second)
    if (llvm::Error error = tryValues(tried))
      return error;
  return complete;
}

llvm::Expected<const ct::ClangTidyOptions *> Configuration::optionsFor(llvm::StringRef file) {
  llvm::StringRef directory = llvm::sys::path::parent_path(file);
  auto known = resolved_.find(directory);
  if (known == resolved_.end()) {
    llvm::Expected<ct::ClangTidyOptions> options = resolve(file);
    if (!options)
      return options.takeError();
    known = resolved_.try_emplace(directory, std::move(*options)).first;
  }
  return &known->second;
}

std::vector<std::string> enabledChecks(const ct::ClangTidyOptions &options) {
  return ct::getCheckNames(options, /*AllowEnablingAnalyzerAlphaCheckers=*/false);
}

} // namespace asynctidy::driver
