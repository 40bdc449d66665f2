// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> slow_operation(aio::Future<int> fut) {
  if (fut.cancelled()) {
    trace("not wanted any more");
    co_return;
  }
  trace("slow computation");
  co_await aio::sleep(0);
  if (!fut.cancelled())
    fut.set_result(42);
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto wanted = loop.create_future<int>(), unwanted = loop.create_future<int>();
  std::vector<aio::Task<void>> tasks;
  for (const auto &fut : {wanted, unwanted})
    tasks.push_back(aio::create_task(slow_operation(fut)));
  unwanted.cancel();
  trace("result", co_await wanted);
  co_await aio::gather(tasks);
}

int main() { aio::run(program()); }
