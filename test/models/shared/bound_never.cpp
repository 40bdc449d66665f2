// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy typed
// A coroutine object that is bound to a name and forgotten.
#include <adaptor.h>

lib::Lazy<int> fetch() { co_return 1; }

lib::Lazy<int> never() {
  auto result = fetch();  // expect: async-unawaited-coroutine: fetch' is stored in 'result', which is never awaited; it never runs
                          // fix: auto result = co_await fetch();
  co_return 1;
}
