// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/Check.h"
#include "tidy/LlvmCompat.h"

namespace asynctidy::tidy {
namespace {

class Module : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &factories) override {
    for (const Registered &check : registeredChecks())
      factories.registerCheckFactory("async-" + check.info.name.str(), check.create);
  }
};

const clang::tidy::ClangTidyModuleRegistry::Add<Module>
    registration("async-module", "Finds the traps of asynchronous code in C++20 coroutines.");

} // namespace
} // namespace asynctidy::tidy
