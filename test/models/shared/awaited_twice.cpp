// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy single-use
// What was awaited, or moved away, has nothing left to give.
#include <adaptor.h>

#include <utility>

lib::Lazy<int> fetch() { co_return 1; }
void own(lib::Lazy<int> work);

lib::Lazy<int> twice() {
  auto work = fetch();
  int sum = co_await std::move(work);
  sum += co_await std::move(work);  // expect: async-double-await: 'work'
  co_return sum;
}

lib::Lazy<int> both(bool first) {
  auto work = fetch();
  auto other = fetch();
  own(std::move(other));
  if (first)
    co_return co_await std::move(work);
  co_return co_await std::move(work) + 1;
}
