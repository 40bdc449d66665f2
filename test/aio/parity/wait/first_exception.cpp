// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <algorithm>

aio::Coroutine<void> part(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "ends");
  if (name == "bad")
    throw ValueError(name);
}

aio::Coroutine<void> program() {
  auto cancelled = aio::create_task(part("cancelled", 9));
  auto bad = aio::create_task(part("bad", 3));
  auto good = aio::create_task(part("good", 6));
  aio::get_running_loop().call_soon([cancelled] { cancelled.cancel(); });
  const auto result =
      co_await aio::wait({.return_when = aio::ReturnWhen::first_exception}, cancelled, bad, good);
  const auto has = [](const auto &list, const auto &task) {
    return std::find(list.begin(), list.end(), task) != list.end();
  };
  trace(result.done.size(), result.pending.size(), has(result.done, cancelled),
        has(result.done, bad), has(result.pending, good));
  trace(bad.exception());
  co_await good;
}

int main() { aio::run(program()); }
