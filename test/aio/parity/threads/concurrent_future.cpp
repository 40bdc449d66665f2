// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> bug() {
  throw ValueError("bug");
  co_return;
}

aio::Coroutine<void> sleeps(std::string &ended) {
  Finally finally([&] { ended = "sleeps"; });
  co_await aio::sleep(3600);
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  aio::Event done;
  std::string ended;
  std::thread thread([&] {
    try {
      aio::run_coroutine_threadsafe(bug(), loop).result(10);
    } catch (const ValueError &error) {
      trace(error);
    }
    const auto future = aio::run_coroutine_threadsafe(sleeps(ended), loop);
    try {
      future.result(0.01);
    } catch (const aio::TimeoutError &) {
      trace("timeout", future.done());
    }
    trace("cancel", future.cancel());
    try {
      future.result(10);
    } catch (const aio::CancelledError &) {
      trace("cancelled");
    }
    loop.call_soon_threadsafe([&] { done.set(); });
  });
  co_await done.wait();
  thread.join();
  for (int turn = 0; turn < 3; ++turn)
    co_await aio::sleep(0);
  trace("ended", ended);
}

int main() { aio::run(program()); }
