// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy
// A coroutine whose result is another one.
#include <adaptor.h>

#include <utility>

lib::Lazy<int> inner() { co_return 1; }
lib::Lazy<lib::Lazy<int>> outer() { co_return inner(); }

lib::Lazy<int> dropped() {
  co_await outer();  // expect: async-nested-task: the result of this co_await is another coroutine, which is never awaited
                     // fix: co_await co_await outer();
  co_return co_await co_await outer();
}
