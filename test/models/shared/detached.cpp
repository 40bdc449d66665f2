// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy detach
// Work that nobody has to wait for.
#include <adaptor.h>

lib::Lazy<void> work() { co_return; }

lib::Lazy<void> caller() {
  LIB_DETACH(work());
  work();  // expect: async-unawaited-coroutine: work' is never awaited
           // fix: co_await work();
  co_return;
}

void plain() { LIB_DETACH(work()); }
