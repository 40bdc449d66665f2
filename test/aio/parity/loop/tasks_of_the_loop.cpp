// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <algorithm>

std::string names() {
  std::vector<std::string> names;
  for (const auto &task : aio::all_tasks())
    names.push_back(task.get_name().c_str());
  std::sort(names.begin(), names.end());
  std::string line;
  for (const auto &name : names)
    line += (line.empty() ? "" : " ") + name;
  return line;
}

aio::Coroutine<void> waits(aio::Future<void> future) {
  trace("current", aio::current_task().get_name());
  co_await future;
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  aio::current_task().set_name("main");
  auto future = loop.create_future();
  auto task = aio::create_task(waits(future), "waits");
  trace(names());
  loop.call_soon([] { trace("in a callback", !aio::current_task()); });
  co_await aio::sleep(0);
  future.set_result();
  trace(names());
  co_await task;
  trace(names());
}

int main() { aio::run(program()); }
