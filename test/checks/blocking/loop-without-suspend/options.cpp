// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-loop-without-suspend.MinIterations=100
#include <aio/aio.h>

void work();

aio::Coroutine<void> smaller() {
  for (int i = 0; i < 100; ++i) // expect: async-loop-without-suspend: 100 times
    work();
  for (int i = 1; i < 100; ++i)
    work();
  co_return;
}
