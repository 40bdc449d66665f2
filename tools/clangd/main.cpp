// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// asynctidy-clangd: clangd with the checks linked in.
#include "ResourceDir.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/raw_ostream.h>

// LLVM does not install the header that declares it.
namespace clang::clangd {
int clangdMain(int argc, char *argv[]);
}

using namespace asynctidy::clangd;

int main(int argc, char *argv[]) {
  std::vector<char *> arguments(argv, argv + argc);
  std::string option;
  if (!choosesResourceDir(llvm::ArrayRef(argv, argc))) {
    std::vector<std::string> places = resourceDirs(argv[0]);
    auto found = llvm::find_if(places, holdsHeaders);
    if (found == places.end()) {
      llvm::errs() << "asynctidy-clangd: Clang's own headers are in none of "
                   << llvm::join(places, ", ")
                   << "; install libclang-common-" ASYNCTIDY_LLVM_MAJOR
                      "-dev or give --resource-dir=<dir>\n";
    } else {
      option = "--resource-dir=" + *found;
      arguments.insert(arguments.begin() + 1, option.data());
    }
  }
  arguments.push_back(nullptr);
  return clang::clangd::clangdMain(arguments.size() - 1, arguments.data());
}
