// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/Catalog.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace asynctidy::test {
namespace {

/// Files called *.<extension> \p depth folders below \p root, as paths from there.
std::vector<std::string> list(llvm::StringRef root, llvm::StringRef extension, int depth) {
  std::vector<std::string> paths;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(root, error), end; it != end && !error;
       it.increment(error)) {
    llvm::StringRef path = it->path();
    if (it.level() == depth && llvm::sys::path::extension(path) == extension)
      paths.push_back(path.drop_front(root.size() + 1).str());
  }
  llvm::sort(paths);
  return paths;
}

std::vector<Entry> entries(llvm::StringRef root, llvm::StringRef extension, int depth) {
  std::vector<Entry> result;
  for (const std::string &path : list(root, extension, depth)) {
    llvm::SmallVector<llvm::StringRef> parts;
    llvm::StringRef(path).drop_back(extension.size()).split(parts, '/');
    result.push_back({(root + "/" + path).str(), parts[0].str(), parts[1].str(),
                      depth == 2 ? parts[2].str() : ""});
  }
  return result;
}

} // namespace

std::vector<Entry> fixtures() { return entries(ASYNCTIDY_SOURCE_DIR "/test/checks", ".cpp", 2); }

std::vector<Entry> pages() { return entries(ASYNCTIDY_SOURCE_DIR "/checks", ".md", 1); }

std::string readFile(const std::string &path) {
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    llvm::report_fatal_error(llvm::Twine("cannot read ") + path);
  return (*buffer)->getBuffer().str();
}

} // namespace asynctidy::test
