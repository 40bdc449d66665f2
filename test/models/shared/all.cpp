// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy all
// Several coroutines at a time.
#include <adaptor.h>

#include <utility>

lib::Lazy<int> fetch() { co_return 1; }

lib::Lazy<void> both() {
  auto first = fetch();
  auto second = fetch();
  co_await LIB_ALL(std::move(first), std::move(second));
  co_await LIB_ALL(fetch(), fetch());
}
