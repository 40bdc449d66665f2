// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> worker(aio::Queue<int> queue) {
  while (true) {
    const int item = co_await queue.get();
    trace("works on", item);
    co_await aio::sleep(0);
    queue.task_done();
  }
}

aio::Coroutine<void> program() {
  aio::Queue<int> queue;
  for (int item = 0; item < 3; ++item)
    queue.put_nowait(item);
  auto task = aio::create_task(worker(queue));
  co_await queue.join();
  trace("joined");
  task.cancel();
  co_await aio::wait(task);
  co_await queue.join();
  try {
    queue.task_done();
  } catch (const aio::ValueError &error) {
    trace(error.what());
  }
  try {
    queue.get_nowait();
  } catch (const aio::QueueEmpty &error) {
    trace(error);
  }
  aio::Queue<int> full(1);
  full.put_nowait(1);
  try {
    full.put_nowait(2);
  } catch (const aio::QueueFull &error) {
    trace(error, full.qsize(), full.maxsize());
  }
}

int main() { aio::run(program()); }
