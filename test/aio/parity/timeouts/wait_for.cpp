// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<int> work(int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  co_return turns;
}

aio::Coroutine<void> cleans_up() {
  std::exception_ptr cancelled;
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    cancelled = std::current_exception();
  }
  co_await aio::sleep(0);
  trace("cleaned up");
  std::rethrow_exception(cancelled);
}

aio::Coroutine<void> program() {
  trace(co_await aio::wait_for(work(3), 10));
  trace(co_await aio::wait_for(work(3), {}));
  try {
    co_await aio::wait_for(cleans_up(), 0.002);
  } catch (const aio::TimeoutError &error) {
    trace(error);
  }
  auto future = aio::get_running_loop().create_future();
  try {
    co_await aio::wait_for(future, 0.002);
  } catch (const aio::TimeoutError &error) {
    trace(error, future.cancelled());
  }
  trace("main", aio::current_task().cancelling());
}

int main() { aio::run(program()); }
