// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> part(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "ends");
}

aio::Coroutine<void> program() {
  auto child = aio::create_task(part("cancelled", 100));
  auto other = aio::create_task(part("other", 5));
  auto gathered = aio::gather(child, other);
  co_await aio::sleep(0);
  child.cancel();
  try {
    co_await gathered;
  } catch (const aio::CancelledError &) {
    trace("main", gathered.cancelled(), gathered.done(), aio::current_task().cancelling());
  }
  co_await other;
}

int main() { aio::run(program()); }
