// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

std::string work(std::string name) {
  trace("work", name);
  return name;
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  aio::ThreadPoolExecutor pool(1);
  std::vector<aio::Future<std::string>> futures;
  for (const char *name : {"a", "b", "c"})
    futures.push_back(loop.run_in_executor(pool, [name] { return work(name); }));
  const auto results = co_await aio::gather(futures);
  trace(results[0], results[1], results[2]);
  pool.shutdown();
  try {
    loop.run_in_executor(pool, [] { return work("late"); });
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
}

int main() { aio::run(program()); }
