// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Only the head of a file says that it is generated.
#include <aio/aio.h>

aio::Coroutine<int> fetch() { co_return 1; }

// DO NOT EDIT: the order counts.
void flagged() {
  fetch(); // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited
}
