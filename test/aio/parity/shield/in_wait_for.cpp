// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<std::string> work(aio::Future<int> future) {
  trace("has", co_await future);
  co_return "result";
}

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future<int>();
  auto task = aio::create_task(work(future));
  try {
    co_await aio::wait_for(aio::shield(task), 0.002);
  } catch (const aio::TimeoutError &) {
    trace("timeout", task.done());
  }
  future.set_result(1);
  trace(co_await task);
}

int main() { aio::run(program()); }
