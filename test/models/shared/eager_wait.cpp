// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: eager eager-wait
// Waiting for started work by blocking the thread.
#include <adaptor.h>

lib::Eager<int> fetch();
lib::Eager<int> immediate() { co_return 1; }

lib::Eager<int> total() {
  int one = LIB_EAGER_WAIT(fetch());  // expect: async-blocking-wait: blocks
  co_return one + LIB_EAGER_WAIT(immediate()) + co_await fetch();
}

int main() { return LIB_EAGER_WAIT(fetch()); }
