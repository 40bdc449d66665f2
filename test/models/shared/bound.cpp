// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy
// A coroutine object that is bound to a name, and its way through the function.
#include <adaptor.h>

#include <utility>
#include <vector>

lib::Lazy<int> fetch() { co_return 1; }
void own(lib::Lazy<int> work);

lib::Lazy<int> sometimes(bool early) {
  auto result = fetch();  // expect: async-unawaited-coroutine: not awaited on every way
  if (early)
    co_return 0;
  co_return co_await std::move(result);
}

lib::Lazy<int> always(bool first, std::vector<lib::Lazy<int>> &all) {
  auto result = fetch();
  auto other = fetch();
  own(std::move(other));
  all.push_back(fetch());
  if (first)
    co_return co_await std::move(result) + 1;
  co_return co_await std::move(result);
}
