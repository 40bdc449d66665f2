// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Project.h"

#include "asynctidy/CommandLine.h"
#include "report/Paths.h"

#include <clang/Driver/Types.h>
#include <clang/Tooling/JSONCompilationDatabase.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/Path.h>

#include <map>

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
namespace tooling = clang::tooling;

namespace asynctidy::driver {
namespace {

constexpr llvm::StringLiteral databaseName = "compile_commands.json";
constexpr llvm::StringLiteral howToGetOne =
    "CMake writes one with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON; -p DIR says where it is, and flags "
    "after '--' do without";

std::string absolute(llvm::StringRef name) {
  llvm::SmallString<256> result(name);
  (void)fs::make_absolute(result);
  path::remove_dots(result, /*remove_dot_dot=*/true);
  return result.str().str();
}

std::string inDirectory(llvm::StringRef directory, llvm::StringRef name) {
  llvm::SmallString<256> result(directory);
  path::append(result, name);
  return result.str().str();
}

bool hasDatabase(llvm::StringRef directory) {
  return fs::exists(inDirectory(directory, databaseName)) ||
         fs::exists(inDirectory(directory, "compile_flags.txt"));
}

/// Databases in build*/ and build*/*/ of \p directory, as presets lay them out.
std::vector<std::string> inBuildDirectories(llvm::StringRef directory) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator each(directory, error), end; !error && each != end;
       each.increment(error)) {
    if (!path::filename(each->path()).starts_with("build"))
      continue;
    if (hasDatabase(each->path()))
      found.push_back(each->path());
    std::error_code innerError;
    for (fs::directory_iterator inner(each->path(), innerError); !innerError && inner != end;
         inner.increment(innerError))
      if (fs::exists(inDirectory(inner->path(), databaseName)))
        found.push_back(inner->path());
  }
  llvm::sort(found);
  return found;
}

std::string newest(llvm::ArrayRef<std::string> directories) {
  return *llvm::max_element(directories, [](const std::string &a, const std::string &b) {
    fs::file_status left, right;
    (void)fs::status(inDirectory(a, databaseName), left);
    (void)fs::status(inDirectory(b, databaseName), right);
    return left.getLastModificationTime() < right.getLastModificationTime();
  });
}

/// The directory of the database for what is at \p start, looked for there and above.
llvm::Expected<std::string> findDatabase(llvm::StringRef start, unsigned &candidates) {
  for (llvm::StringRef directory = start; !directory.empty();
       directory = path::parent_path(directory)) {
    if (hasDatabase(directory))
      return directory.str();
    std::vector<std::string> found = inBuildDirectories(directory);
    if (!found.empty()) {
      candidates = found.size();
      return newest(found);
    }
  }
  return usageError("no compile database (" + databaseName + ") in " + start +
                    ", its build directories or its parents; " + howToGetOne);
}

/// compile_commands.json, or else compile_flags.txt, as other tools read them.
llvm::Expected<std::unique_ptr<tooling::CompilationDatabase>> load(llvm::StringRef directory) {
  auto unreadable = [&](const llvm::Twine &why) {
    return usageError("cannot read the compile database in " + directory + ": " + why +
                      "; have the build system write it again");
  };
  std::string file = inDirectory(directory, databaseName);
  std::string error;
  if (!fs::exists(file)) {
    auto flags = tooling::CompilationDatabase::loadFromDirectory(directory, error);
    if (!flags)
      return unreadable(llvm::StringRef(error).trim().split('\n').first);
    return flags;
  }
  auto text = llvm::MemoryBuffer::getFile(file);
  if (!text)
    return unreadable(text.getError().message());
  // Clang's reader would print what it thinks of the syntax.
  if (llvm::Expected<llvm::json::Value> value = llvm::json::parse((*text)->getBuffer()); !value)
    return unreadable(llvm::toString(value.takeError()));
  std::unique_ptr<tooling::CompilationDatabase> database =
      tooling::JSONCompilationDatabase::loadFromBuffer((*text)->getBuffer(), error,
                                                       tooling::JSONCommandLineSyntax::AutoDetect);
  if (!database)
    return unreadable(error);
  return tooling::inferTargetAndDriverMode(tooling::inferMissingCompileCommands(
      tooling::expandResponseFiles(std::move(database), llvm::vfs::getRealFileSystem())));
}

/// Whether a file of the database is one that a directory stands for: C++ by its name or flags.
bool isCxx(const std::string &file, const tooling::CompilationDatabase &database) {
  using namespace clang::driver;
  llvm::StringRef extension = path::extension(file);
  if (types::isCXX(types::lookupTypeForExtension(extension.drop_front(!extension.empty()))))
    return true;
  for (const tooling::CompileCommand &command : database.getCompileCommands(file))
    for (llvm::StringRef argument : llvm::drop_begin(command.CommandLine))
      if (argument == "c++" || argument == "-xc++" || argument == "/TP")
        return true;
  return false;
}

class Selection {
public:
  explicit Selection(const tooling::CompilationDatabase &database) : database_(database) {}

  llvm::Error addFile(const std::string &file) {
    if (units_.contains(file))
      return llvm::Error::success();
    std::vector<tooling::CompileCommand> commands = database_.getCompileCommands(file);
    if (commands.empty())
      return usageError("the compile database has no command for " + file + "; " + howToGetOne);
    units_[file] = {file, std::move(commands)};
    return llvm::Error::success();
  }

  llvm::Error addBelow(llvm::StringRef directory, llvm::StringRef databaseDirectory) {
    bool any = false;
    for (const std::string &file : database_.getAllFiles()) {
      std::string name = absolute(file);
      if (!directory.empty() && report::relativeTo(directory, name) == name)
        continue;
      if (!isCxx(file, database_))
        continue;
      any = true;
      if (llvm::Error error = addFile(name))
        return error;
    }
    if (any)
      return llvm::Error::success();
    return usageError("the compile database in " + databaseDirectory + " has no C++ file" +
                      (directory.empty() ? "" : " below " + directory));
  }

  std::vector<Unit> take() {
    std::vector<Unit> result;
    for (auto &[file, unit] : units_)
      result.push_back(std::move(unit));
    return result;
  }

private:
  const tooling::CompilationDatabase &database_;
  std::map<std::string, Unit> units_;
};

/// The directory that -p means.
llvm::Expected<std::string> namedDatabase(llvm::StringRef name) {
  std::string directory = absolute(name);
  if (path::filename(directory) == databaseName)
    directory = path::parent_path(directory).str();
  if (hasDatabase(directory))
    return directory;
  return usageError("no compile database (" + databaseName + ") in " + directory +
                    ", which -p names; " + howToGetOne);
}

} // namespace

llvm::Expected<Project> findProject(const CheckRequest &request) {
  for (const std::string &each : request.paths)
    if (!fs::exists(each))
      return usageError("no such file or directory: '" + each + "'");
  Project project;

  if (request.flags) {
    if (request.paths.empty())
      return usageError("flags after '--' need the files that they are for");
    // What we look for needs C++20; a -std among the flags comes later and wins.
    std::vector<std::string> flags = {"-std=c++20"};
    llvm::append_range(flags, *request.flags);
    tooling::FixedCompilationDatabase database(absolute("."), flags);
    Selection selection(database);
    for (const std::string &each : request.paths) {
      if (fs::is_directory(each))
        return usageError("'" + each + "' is a directory: with flags after '--', name files");
      llvm::cantFail(selection.addFile(absolute(each)));
    }
    project.units = selection.take();
    return project;
  }

  std::string first = absolute(request.paths.empty() ? "." : request.paths.front());
  llvm::Expected<std::string> directory =
      request.buildPath.empty() ? findDatabase(fs::is_directory(first) ? llvm::StringRef(first)
                                                                       : path::parent_path(first),
                                               project.candidates)
                                : namedDatabase(request.buildPath);
  if (!directory)
    return directory.takeError();
  auto database = load(*directory);
  if (!database)
    return database.takeError();
  project.database = *directory;

  Selection selection(**database);
  if (request.paths.empty())
    if (llvm::Error error = selection.addBelow("", *directory))
      return error;
  for (const std::string &each : request.paths) {
    std::string name = absolute(each);
    if (llvm::Error error =
            fs::is_directory(name) ? selection.addBelow(name, *directory) : selection.addFile(name))
      return error;
  }
  project.units = selection.take();
  return project;
}

} // namespace asynctidy::driver
