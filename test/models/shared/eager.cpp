// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: eager
// A coroutine that starts by itself, and the handle that tells how it ended.
#include <adaptor.h>

#include <utility>

lib::Eager<int> fetch() { co_return 1; }

lib::Eager<int> caller() {
  fetch();  // expect: async-discarded-task: is dropped
            // fix: co_await fetch();
  auto kept = fetch();
  co_return co_await std::move(kept);
}
