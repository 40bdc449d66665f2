// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

using aio::Coroutine;

int turn = 0;

void tick() {
  ++turn;
  aio::get_running_loop().call_soon(tick);
}

Coroutine<int> sleeps(const char *name, int turns = 99) {
  try {
    for (int i = 0; i < turns; ++i)
      co_await aio::sleep(0);
  } catch (const aio::CancelledError &error) {
    trace(turn, name, "cancelled", error.what());
    throw;
  }
  trace(turn, name, "ends");
  co_return 1;
}

Coroutine<int> swallows(const char *name) {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &error) {
    trace(turn, name, "swallows", error.what());
  }
  co_await aio::sleep(0);
  co_return 2;
}

template <class Awaitable> Coroutine<void> ended(const char *name, Awaitable awaitable) {
  try {
    co_await std::move(awaitable);
    trace(turn, name, "ended");
  } catch (const aio::CancelledError &error) {
    trace(turn, name, "CancelledError", error.what());
    throw;
  } catch (const ValueError &error) {
    trace(turn, name, error);
  }
}

template <class Awaitable> Coroutine<void> cancelled(Awaitable awaitable, int turns = 3) {
  auto task = aio::create_task(ended("task", std::move(awaitable)));
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  const bool asked = task.cancel("why");
  trace(turn, "cancel", asked, task.cancelling(), task.cancelled());
  try {
    co_await task;
  } catch (const aio::CancelledError &error) {
    trace(turn, "main", error.what());
  }
  trace("cancelled", task.cancelled(), task.cancelling(), "again", task.cancel());
}

Coroutine<void> main_awaits(aio::AnyTask task, bool more = false) {
  try {
    co_await task;
  } catch (const aio::CancelledError &error) {
    if (more)
      trace(turn, "main", error.what(), task.cancelled());
    else
      trace(turn, "main", error.what());
  }
}

Coroutine<int> cancels_itself() {
  aio::current_task().cancel("self");
  co_return 1;
}
Coroutine<void> cancels_itself_and_throws() {
  aio::current_task().cancel("self");
  throw ValueError("thrown");
  co_return;
}
template <class Awaitable> Coroutine<void> cancels_itself_and_awaits(Awaitable awaitable) {
  aio::current_task().cancel("self");
  co_await ended("awaits", std::move(awaitable));
}
Coroutine<void> throws() {
  throw aio::CancelledError("by hand");
  co_return;
}
Coroutine<void> fails() {
  throw ValueError("unseen");
  co_return;
}

Coroutine<void> program() {
  tick();
  aio::EventLoop &loop = aio::get_running_loop();
  trace("coroutine");
  co_await cancelled(sleeps("inner"));
  trace("before its start");
  aio::AnyTask task = aio::create_task(sleeps("inner"));
  task.cancel("early");
  co_await main_awaits(task, true);
  trace("future");
  co_await cancelled(loop.create_future());
  trace("sleep");
  co_await cancelled(aio::sleep(3600));
  trace("task");
  co_await cancelled(aio::create_task(sleeps("inner")));
  trace("task that swallows it");
  co_await cancelled(aio::create_task(swallows("inner")));
  trace("done task");
  const auto done = aio::create_task(sleeps("inner", 0));
  co_await done;
  co_await cancelled(done, 0);
  trace("gather");
  co_await cancelled(aio::gather(sleeps("a"), sleeps("b", 1)));
  trace("gather, returning exceptions");
  co_await cancelled(aio::gather(aio::return_exceptions, sleeps("a"), sleeps("b", 1)));
  trace("gather of what swallows it");
  co_await cancelled(aio::gather(swallows("a")));
  co_await cancelled(aio::gather(aio::return_exceptions, swallows("a")));
  trace("shield");
  auto inner = aio::create_task(sleeps("inner", 8));
  co_await cancelled(aio::shield(inner));
  {
    const int before = turn;
    const int result = co_await inner;
    trace(before, "inner", result);
  }
  trace("shielded one cancelled");
  inner = aio::create_task(sleeps("inner"));
  loop.call_soon([&] { loop.call_soon([&] { inner.cancel("by hand"); }); });
  try {
    co_await aio::shield(inner);
  } catch (const aio::CancelledError &error) {
    trace(turn, "main", error.what());
  }
  trace("wait");
  inner = aio::create_task(sleeps("inner", 8));
  co_await cancelled(aio::wait(inner));
  co_await inner;
  trace("twice");
  task = aio::create_task(ended("task", swallows("inner")));
  co_await aio::sleep(0);
  {
    const bool first = task.cancel("first"), second = task.cancel("second");
    trace(first, second, task.cancelling());
  }
  co_await task;
  {
    const int requests = task.cancelling();
    const int a = task.uncancel(), b = task.uncancel(), c = task.uncancel();
    trace(task.cancelled(), requests, a, b, c);
  }
  trace("future cancelled first");
  auto future = loop.create_future();
  task = aio::create_task(ended("task", future));
  co_await aio::sleep(0);
  future.cancel("future");
  task.cancel("task");
  co_await main_awaits(task);
  trace("exception first");
  future = loop.create_future();
  task = aio::create_task(ended("task", future));
  co_await aio::sleep(0);
  future.set_exception(ValueError("unseen"));
  task.cancel("task");
  co_await main_awaits(task);
  future = {};
  trace("in its last step");
  co_await main_awaits(aio::create_task(cancels_itself()), true);
  co_await main_awaits(aio::create_task(ended("task", cancels_itself_and_throws())));
  co_await main_awaits(aio::create_task(cancels_itself_and_awaits(aio::sleep(0))));
  co_await main_awaits(aio::create_task(cancels_itself_and_awaits(loop.create_future())));
  co_await main_awaits(aio::create_task(cancels_itself_and_awaits(done)));
  co_await main_awaits(aio::create_task(cancels_itself_and_awaits(aio::sleep(3600))));
  trace("thrown by hand");
  task = aio::create_task(throws());
  try {
    co_await task;
  } catch (const aio::CancelledError &error) {
    trace(turn, "main", error.what(), task.cancelled(), task.cancelling());
  }
  trace("exception of a cancelled one is taken as seen");
  task = aio::create_task(fails());
  co_await aio::sleep(0);
  {
    const bool was_done = task.done();
    trace(was_done, task.cancel());
  }
  task = {};
  task = aio::create_task(fails());
  co_await aio::sleep(0);
  task = {};
  trace("end");
}

int main() { aio::run(program()); }
