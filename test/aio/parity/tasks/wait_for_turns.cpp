// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

using aio::Coroutine;

constexpr double SHORT = 1e-9;
int turn = 0;

void tick() {
  ++turn;
  aio::get_running_loop().call_soon(tick);
}

void soon(int turns, std::function<void()> function) {
  if (turns == 0)
    function();
  else
    aio::get_running_loop().call_soon([=] { soon(turns - 1, function); });
}

Coroutine<int> sleeps(int turns, int end = 0, bool throws = false, int result = 1) {
  std::exception_ptr cancelled;
  try {
    for (int i = 0; i < turns; ++i)
      co_await aio::sleep(0);
    co_return result;
  } catch (const aio::CancelledError &error) {
    trace(turn, "inner cancelled", error.what());
    cancelled = std::current_exception();
  }
  for (int i = 0; i < end; ++i)
    co_await aio::sleep(0);
  if (throws)
    throw ValueError("clean-up");
  if (end == 0)
    std::rethrow_exception(cancelled);
  co_return result;
}

template <class Awaitable> Coroutine<void> ended(Awaitable awaitable) {
  try {
    const int result = co_await std::move(awaitable);
    trace(turn, "result", result);
  } catch (const aio::TimeoutError &error) {
    trace(turn, "TimeoutError", error.what());
  } catch (const ValueError &error) {
    trace(turn, error);
  } catch (const aio::CancelledError &error) {
    trace(turn, "CancelledError", error.what());
  }
  trace("cancelling", aio::current_task().cancelling());
}

Coroutine<void> cancelled(int turns, Coroutine<int> coroutine) {
  auto task = aio::create_task(ended(std::move(coroutine)));
  soon(turns, [=] { task.cancel("by hand"); });
  co_await task;
}

Coroutine<void> program() {
  tick();
  aio::EventLoop &loop = aio::get_running_loop();
  trace("in time");
  co_await ended(aio::wait_for(sleeps(0), 3600));
  co_await ended(aio::wait_for(sleeps(2), 3600));
  co_await ended(aio::wait_for(sleeps(2), std::nullopt));
  auto task = aio::create_task(sleeps(0));
  co_await aio::sleep(0);
  co_await ended(aio::wait_for(task, 3600));
  co_await ended(aio::wait_for(task, 0));
  trace("late");
  co_await ended(aio::wait_for(sleeps(9), SHORT));
  co_await ended(aio::wait_for(sleeps(9), 0));
  co_await ended(aio::wait_for(aio::create_task(sleeps(9)), -1));
  task = aio::create_task(sleeps(9));
  co_await aio::sleep(0);
  co_await ended(aio::wait_for(task, 0));
  co_await ended(aio::wait_for(loop.create_future<int>(), SHORT));
  co_await ended(aio::wait_for(loop.create_future<int>(), 0));
  trace("late, inner", "swallows");
  co_await ended(aio::wait_for(sleeps(9, 2), SHORT));
  trace("late, inner", "throws");
  co_await ended(aio::wait_for(sleeps(9, 2, true), SHORT));
  co_await ended(aio::wait_for(sleeps(9, 0, true), SHORT));
  for (int turns = 0; turns < 5; ++turns) {
    trace("ends as the time is over", turns);
    co_await ended(aio::wait_for(sleeps(turns), SHORT));
    const auto future = loop.create_future<int>();
    soon(turns, [=] {
      if (!future.done())
        future.set_result(2);
    });
    co_await ended(aio::wait_for(future, SHORT));
  }
  trace("gather");
  const auto both = aio::gather(sleeps(9));
  try {
    co_await aio::wait_for(both, SHORT);
  } catch (const aio::TimeoutError &error) {
    trace(turn, "TimeoutError", error.what());
  }
  trace("cancelling", aio::current_task().cancelling());
  trace("shield");
  task = aio::create_task(sleeps(9));
  co_await ended(aio::wait_for(aio::shield(task), SHORT));
  co_await ended(task);
  for (int turns = 0; turns < 5; ++turns) {
    trace("cancelled after", turns);
    co_await cancelled(turns + 1, aio::wait_for(sleeps(9), 3600));
    co_await cancelled(turns + 1, aio::wait_for(sleeps(9, 3), 3600));
    co_await cancelled(turns + 1, aio::wait_for(sleeps(9), std::nullopt));
  }
  trace("inner cancelled by hand");
  task = aio::create_task(sleeps(9));
  soon(2, [=] { task.cancel("by hand"); });
  co_await ended(aio::wait_for(task, 3600));
  trace("nested");
  co_await ended(aio::wait_for(aio::wait_for(sleeps(9), 3600), SHORT));
  co_await ended(aio::wait_for(aio::wait_for(sleeps(9), SHORT), 3600));
  co_await ended(aio::wait_for(aio::wait_for(sleeps(9), SHORT), SHORT));
}

int main() { aio::run(program()); }
