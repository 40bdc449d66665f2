// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/CompileFlags.h"

#include <clang/Driver/Options.h>
#include <clang/Tooling/ArgumentsAdjusters.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Sequence.h>
#include <llvm/Option/ArgList.h>
#include <llvm/Option/OptTable.h>
#include <llvm/Support/FileSystem.h>

namespace asynctidy::driver {
namespace {

using Arguments = std::vector<std::string>;

/// GCC has flags of its own, and compile databases are full of them.
void dropUnknown(Arguments &arguments) {
  using namespace clang::driver;
  if (llvm::is_contained(arguments, "--driver-mode=cl"))
    return;
  std::vector<const char *> texts;
  for (const std::string &each : llvm::drop_begin(arguments))
    texts.push_back(each.c_str());
  unsigned missingIndex, missingCount;
  llvm::opt::InputArgList parsed = getDriverOptTable().ParseArgs(
      texts, missingIndex, missingCount, llvm::opt::Visibility(options::ClangOption));
  llvm::DenseSet<unsigned> unknown;
  for (const llvm::opt::Arg *each : parsed)
    if (each->getOption().matches(options::OPT_UNKNOWN))
      unknown.insert(each->getIndex() + 1);
  Arguments known;
  for (const auto &[index, argument] : llvm::enumerate(arguments))
    if (!unknown.contains(index))
      known.push_back(argument);
  arguments = std::move(known);
}

/// CMake names a module map of a build that need not have happened.
void dropMissingModuleMaps(Arguments &arguments, llvm::StringRef directory) {
  llvm::erase_if(arguments, [&](llvm::StringRef each) {
    if (!each.consume_front("@") || !each.ends_with(".modmap"))
      return false;
    llvm::SmallString<256> file(each);
    llvm::sys::fs::make_absolute(directory, file);
    return !llvm::sys::fs::exists(file);
  });
}

/// -Xclang -include-pch -Xclang FILE, where the header itself is included in the same way.
void dropPrecompiledHeader(Arguments &arguments) {
  auto isPair = [&](size_t i, llvm::StringRef flag) {
    return i + 3 < arguments.size() && arguments[i] == "-Xclang" && arguments[i + 1] == flag &&
           arguments[i + 2] == "-Xclang";
  };
  auto indices = llvm::seq<size_t>(0, arguments.size());
  if (llvm::none_of(indices, [&](size_t i) { return isPair(i, "-include"); }))
    return;
  auto found = llvm::find_if(indices, [&](size_t i) { return isPair(i, "-include-pch"); });
  if (found != indices.end())
    arguments.erase(arguments.begin() + *found, arguments.begin() + *found + 4);
}

} // namespace

Arguments parseArgumentsOf(const clang::tooling::CompileCommand &command,
                           const clang::tidy::ClangTidyOptions &options,
                           llvm::StringRef resourceDirectory) {
  using namespace clang::tooling;
  auto inserted = [](const std::optional<Arguments> &extra, ArgumentInsertPosition where) {
    return getInsertArgumentAdjuster(extra.value_or(Arguments()), where);
  };
  Arguments arguments = command.CommandLine;
  dropUnknown(arguments);
  dropMissingModuleMaps(arguments, command.Directory);
  dropPrecompiledHeader(arguments);
  for (const ArgumentsAdjuster &adjust :
       {getClangStripOutputAdjuster(), getClangSyntaxOnlyAdjuster(),
        getClangStripDependencyFileAdjuster(),
        inserted(options.ExtraArgsBefore, ArgumentInsertPosition::BEGIN),
        inserted(options.ExtraArgs, ArgumentInsertPosition::END), getStripPluginsAdjuster(),
        // The compiler's warnings are not ours to report, and what finds them takes time.
        getInsertArgumentAdjuster("-w")})
    arguments = adjust(arguments, command.Filename);
  bool hasResources = llvm::any_of(
      arguments, [](llvm::StringRef each) { return each.starts_with("-resource-dir"); });
  if (!hasResources)
    arguments = getInsertArgumentAdjuster(("-resource-dir=" + resourceDirectory).str().c_str())(
        arguments, command.Filename);
  return arguments;
}

} // namespace asynctidy::driver
