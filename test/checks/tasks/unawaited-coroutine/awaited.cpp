// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <utility>
#include <vector>

aio::Coroutine<int> fetch() { co_return 1; }

aio::Coroutine<int> passedOn() { return fetch(); }

aio::Coroutine<int> sum(std::vector<aio::Coroutine<int>> parts) {
  int total = 0;
  for (auto &part : parts)
    total += co_await std::move(part);
  co_return total;
}

aio::Coroutine<void> caller() {
  co_await fetch();
  auto later = fetch();
  co_await std::move(later);
  co_await passedOn();
  auto task = aio::create_task(fetch());
  co_await task;
  std::vector<aio::Coroutine<int>> parts;
  parts.push_back(fetch());
  parts.push_back(fetch());
  co_await sum(std::move(parts));
  auto unwanted = fetch();
  unwanted.close();
}

int main() { aio::run(caller()); }
