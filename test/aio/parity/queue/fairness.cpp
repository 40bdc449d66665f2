// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> gets(std::string name, aio::Queue<int> queue) {
  trace(name, "has", co_await queue.get());
}

aio::Coroutine<void> puts(int item, aio::Queue<int> queue) {
  co_await queue.put(item);
  trace("put", item);
}

aio::Coroutine<void> program() {
  aio::Queue<int> queue(1);
  std::vector<aio::Task<void>> getters, putters;
  for (const char *name : {"a", "b", "c"})
    getters.push_back(aio::create_task(gets(name, queue)));
  co_await aio::sleep(0);
  for (int item = 0; item < 5; ++item)
    putters.push_back(aio::create_task(puts(item, queue)));
  co_await aio::gather(getters);
  for (int turn = 0; turn < 3; ++turn)
    co_await aio::sleep(0);
  trace("left", queue.qsize(), queue.full(), queue.empty());
  trace(queue.get_nowait());
  co_await aio::gather(putters);
  const int last = co_await queue.get();
  trace(last, queue.empty());
}

int main() { aio::run(program()); }
