// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy sleep
// A pause that nobody takes.
#include <adaptor.h>

lib::Lazy<void> patient() {
  co_await LIB_SLEEP();
  LIB_SLEEP();  // expect: async-unawaited-coroutine: is never awaited
  co_await LIB_SLEEP();
}
