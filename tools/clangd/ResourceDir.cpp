// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ResourceDir.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Allocator.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/StringSaver.h>

using namespace llvm;

namespace asynctidy::clangd {

bool choosesResourceDir(ArrayRef<const char *> arguments) {
  BumpPtrAllocator allocator;
  StringSaver saver(allocator);
  SmallVector<const char *> words(arguments);
  if (std::optional<std::string> flags = sys::Process::GetEnv("CLANGD_FLAGS"))
    cl::TokenizeGNUCommandLine(*flags, saver, words);
  cl::ExpandResponseFiles(saver, cl::TokenizeGNUCommandLine, words);
  return any_of(words, [](StringRef word) {
    return word.consume_front("-") &&
           (word.consume_front("-"), word.consume_front("resource-dir")) &&
           (word.empty() || word.front() == '=');
  });
}

std::vector<std::string> resourceDirs(const char *argv0) {
  static int here;
  std::string executable = sys::fs::getMainExecutable(argv0, &here);
  StringRef prefix = sys::path::parent_path(sys::path::parent_path(executable));
  std::vector<std::string> places;
  for (StringRef part : {"lib", "lib/llvm-" ASYNCTIDY_LLVM_MAJOR "/lib"}) {
    SmallString<256> place(prefix);
    sys::path::append(place, part, "clang", ASYNCTIDY_LLVM_MAJOR);
    places.push_back(place.str().str());
  }
  places.push_back(ASYNCTIDY_RESOURCE_DIR);
  return places;
}

bool holdsHeaders(StringRef directory) {
  SmallString<256> header(directory);
  sys::path::append(header, "include", "stddef.h");
  return sys::fs::exists(header);
}

} // namespace asynctidy::clangd
