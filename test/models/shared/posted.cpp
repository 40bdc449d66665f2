// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy post
// A coroutine that is given to the loop as a plain callback.
#include <adaptor.h>

lib::Lazy<void> refresh() { co_return; }
void tick();

lib::Lazy<void> plain() {
  LIB_POST([] { return refresh(); });  // expect: async-void-callback: its body never runs
  LIB_POST([] { tick(); });
  LIB_POST(tick);
  co_return;
}
