// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> show(aio::Queue<int> queue) {
  for (int item : {3, 1, 4, 1, 5})
    co_await queue.put(item);
  std::vector<int> items;
  for (int i = 0; i < 5; ++i)
    items.push_back(co_await queue.get());
  trace(items[0], items[1], items[2], items[3], items[4]);
}

aio::Coroutine<void> program() {
  co_await show(aio::Queue<int>());
  co_await show(aio::LifoQueue<int>());
  co_await show(aio::PriorityQueue<int>());
}

int main() { aio::run(program()); }
