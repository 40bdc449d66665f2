// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<std::string> part(std::string name, int turns) {
  trace(name, "starts");
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "ends");
  co_return name;
}

aio::Coroutine<void> program() {
  {
    const auto [a, b, c] = co_await aio::gather(part("a", 3), part("b", 1), part("c", 2));
    trace(a, b, c);
  }
  auto future = aio::get_running_loop().create_future<std::string>();
  future.set_result("future");
  auto task = aio::create_task(part("task", 0));
  const auto [a, b, c] = co_await aio::gather(future, task, part("coroutine", 0));
  trace(a, b, c);
  trace((co_await aio::gather(std::vector<aio::Future<int>>())).size());
}

int main() { aio::run(program()); }
