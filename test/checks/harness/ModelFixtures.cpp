// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/ModelFixtures.h"

#include "harness/Catalog.h"
#include "harness/Directive.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/FormatVariadic.h>
#include <llvm/Support/Path.h>

#include <set>

namespace asynctidy::test {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

constexpr llvm::StringLiteral sharedFolder = "shared";
constexpr llvm::StringLiteral adaptorLine = "#include <adaptor.h>";

/// The paths in \p folder for which \p wanted is true, sorted.
std::vector<std::string> list(const llvm::Twine &folder,
                              llvm::function_ref<bool(llvm::StringRef path)> wanted) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; it != end && !error; it.increment(error))
    if (wanted(it->path()))
      paths.push_back(it->path());
  llvm::sort(paths);
  return paths;
}

std::vector<std::string> sources(const llvm::Twine &folder) {
  return list(folder, [](llvm::StringRef path) { return path.ends_with(".cpp"); });
}

std::vector<std::string> folders(const llvm::Twine &folder) {
  return list(folder, [](llvm::StringRef path) { return fs::is_directory(path); });
}

std::string mocks(llvm::StringRef library) { return (testRoot + "/mocks/" + library).str(); }

/// The words of those lines of \p adaptor that begin with \p head; none without such a line.
std::optional<std::vector<std::string>> wordsOf(llvm::StringRef adaptor, llvm::StringRef head) {
  std::optional<std::vector<std::string>> result;
  for (llvm::StringRef line : llvm::split(adaptor, '\n')) {
    if (!line.consume_front(head))
      continue;
    llvm::SmallVector<llvm::StringRef> words;
    llvm::SplitString(line, words);
    if (!result)
      result.emplace();
    for (llvm::StringRef word : words)
      result->push_back(word.str());
  }
  return result;
}

/// The code of a shared fixture, and what it includes.
class Part {
public:
  explicit Part(const std::string &file)
      : name_(path::stem(file)), fixture_(parseFixture(file, readFile(file))) {
    llvm::StringRef text = fixture_.source.text();
    text.consume_back("\n");
    for (llvm::StringRef line : llvm::split(text, '\n')) {
      if (line.starts_with("#include"))
        includes.insert(line.str());
      else if (!isForFile(line))
        body_ += line.str() + "\n";
    }
  }

  std::string body() const {
    return llvm::formatv("namespace {0} {{\n{1}} // namespace {0}\n", name_, body_);
  }

  std::string problems() const {
    std::string result;
    if (!fixture_.flags.empty() || !fixture_.options.empty() || !fixture_.checks.empty() ||
        !fixture_.runtime.empty() || fixture_.errorsAllowed)
      result = name_ + ".cpp: a shared fixture has no line for the file but 'needs:'";
    return result;
  }

  std::set<std::string> includes;

private:
  static bool isForFile(llvm::StringRef line) {
    if (!line.consume_front("//"))
      return false;
    std::optional<Directive> directive = readComment(line).directive;
    return directive && test::isForFile(*directive);
  }

  std::string name_;
  Fixture fixture_;
  std::string body_;
};

/// What each library runs of the shared fixtures, on mocks or on \p real headers.
std::vector<SharedEntry> runs(llvm::StringRef root, bool real) {
  std::vector<std::pair<std::string, std::vector<std::string>>> shared;
  for (const std::string &file : sharedSources(root))
    shared.emplace_back(file, parseFixture(file, readFile(file)).needs);
  std::vector<SharedEntry> result;
  for (const std::string &folder : folders(root + "/mocks")) {
    SharedEntry entry{path::filename(folder).str(), folder + "/adaptor.h", {}, {}};
    if (!fs::exists(entry.adaptor))
      continue;
    std::string text = readFile(entry.adaptor);
    std::vector<std::string> offered = offers(text);
    if (real) {
      entry.real = wordsOf(text, "// real:");
      if (!entry.real)
        continue;
      std::vector<std::string> lacks =
          wordsOf(text, "// real lacks:").value_or(std::vector<std::string>());
      llvm::erase_if(offered, [&](auto &word) { return llvm::is_contained(lacks, word); });
    }
    for (const auto &[file, needs] : shared)
      if (llvm::all_of(needs, [&](auto &need) { return llvm::is_contained(offered, need); }))
        entry.paths.push_back(file);
    result.push_back(std::move(entry));
  }
  return result;
}

} // namespace

std::vector<ModelEntry> modelFixtures(llvm::StringRef root) {
  std::vector<ModelEntry> result;
  for (const std::string &folder : folders(root + "/models"))
    if (llvm::StringRef library = path::filename(folder); library != sharedFolder)
      for (const std::string &file : sources(folder))
        result.push_back({file, library.str(), path::stem(file).str()});
  return result;
}

std::vector<std::string> sharedSources(llvm::StringRef root) {
  return sources(root + "/models/" + sharedFolder);
}

std::vector<SharedEntry> sharedFixtures(llvm::StringRef root) { return runs(root, false); }

std::vector<SharedEntry> realFixtures(llvm::StringRef root) { return runs(root, true); }

std::vector<std::string> offers(llvm::StringRef adaptor) {
  return wordsOf(adaptor, "// offers:").value_or(std::vector<std::string>());
}

Fixture parseFixture(const ModelEntry &entry) {
  Fixture fixture = parseFixture(entry.path, readFile(entry.path));
  fixture.ownCheck.clear();
  fixture.flags.push_back("-I" + mocks(entry.library));
  return fixture;
}

Fixture parseFixture(const SharedEntry &entry) {
  std::vector<Part> parts(entry.paths.begin(), entry.paths.end());
  std::set<std::string> includes;
  std::string text, problems;
  for (const Part &part : parts) {
    includes.insert(part.includes.begin(), part.includes.end());
    problems += part.problems();
  }
  for (const std::string &include : includes)
    text +=
        (entry.real && include == adaptorLine ? "#include \"" + entry.adaptor + "\"" : include) +
        "\n";
  for (const Part &part : parts)
    text += part.body();
  Fixture fixture = parseFixture(
      (testRoot + "/models/" + sharedFolder + "/" + entry.library + ".cpp").str(), text);
  fixture.ownCheck.clear();
  if (entry.real)
    fixture.flags = *entry.real;
  else
    fixture.flags.push_back("-I" + mocks(entry.library));
  if (!problems.empty())
    fixture.problems.push_back({1, problems});
  return fixture;
}

} // namespace asynctidy::test
