// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Driver.h"

#include <llvm/Support/CrashRecoveryContext.h>

int main(int argc, char **argv) {
  // A file that crashes the compiler must not take the others with it.
  llvm::CrashRecoveryContext::Enable();
  return asynctidy::driver::runDriver({argv, argv + argc});
}
