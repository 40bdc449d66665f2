// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy sync-wait
// Waiting for a coroutine by blocking the thread.
#include <adaptor.h>

lib::Lazy<int> fetch();

lib::Lazy<int> total() {
  int one = LIB_SYNC_WAIT(fetch());  // expect: async-blocking-wait: blocks
  co_return one + co_await fetch();
}

int main() { return LIB_SYNC_WAIT(fetch()); }
