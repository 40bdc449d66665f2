// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Awaiting a container in a loop is everybody's idiom; what it loses needs two failures. The option
// Loops reports it.
#include <aio/aio.h>

#include <utility>
#include <vector>

aio::Task<int> begin(int what);

aio::Coroutine<void> inALoop(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(begin(i));
  for (auto &task : tasks)
    co_await task;
}

aio::Coroutine<void> withAResult(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.emplace_back(begin(i));
  int sum = 0;
  for (auto &task : tasks)
    sum += co_await std::move(task);
}
