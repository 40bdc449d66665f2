// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy mutex
// The library's own lock may be held across a suspension.
#include <adaptor.h>

lib::Lazy<int> fetch() { co_return 1; }

lib::Lazy<void> held(lib::Mutex &mutex, int &total) {
  auto guard = co_await LIB_LOCK(mutex);
  total += co_await fetch();
}
