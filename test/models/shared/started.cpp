// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy start
// Started work, and the handle that tells how it ended.
#include <adaptor.h>

#include <utility>

lib::Lazy<int> fetch();

lib::Lazy<int> caller() {
  LIB_START(fetch());  // expect: async-discarded-task: is dropped
  auto kept = LIB_START(fetch());
  co_return co_await std::move(kept);
}

lib::Lazy<void> lost(bool early) {
  auto kept = LIB_START(fetch());  // expect: async-unretrieved-exception: 'kept'
  if (early)
    co_return;
  co_await std::move(kept);
}
