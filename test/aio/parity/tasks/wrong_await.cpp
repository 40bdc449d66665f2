// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

using aio::Coroutine;

int turn = 0;

void tick() {
  ++turn;
  aio::get_running_loop().call_soon(tick);
}

Coroutine<void> awaits(aio::Future<void> what, bool cancels = false) {
  const aio::AnyTask task = aio::current_task();
  if (!what)
    what = task;
  if (cancels)
    task.cancel("first");
  try {
    co_await what;
  } catch (const aio::RuntimeError &error) {
    const std::string text = error.what();
    trace(turn, text.substr(0, text.find_first_of(":<")));
  } catch (const aio::CancelledError &error) {
    trace(turn, "CancelledError", error.what());
  }
}

Coroutine<void> program(aio::EventLoop &other) {
  tick();
  co_await aio::create_task(awaits({}));
  co_await aio::create_task(awaits({}, true));
  co_await aio::create_task(awaits(other.create_future()));
  co_await aio::create_task(awaits(other.create_future(), true));
  trace(turn, "end");
}

int main() {
  aio::EventLoop other;
  aio::run(program(other));
  other.close();
}
