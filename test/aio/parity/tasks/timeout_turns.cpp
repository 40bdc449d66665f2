// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

using aio::Coroutine;
using Future = aio::Future<std::string>;

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

Coroutine<void> waits(Future future) {
  try {
    const std::string result = co_await future;
    trace(turn, "has", result);
  } catch (const aio::CancelledError &error) {
    trace(turn, "cancelled", error.what());
    throw;
  } catch (const ValueError &error) {
    trace(turn, "threw", error);
    throw;
  }
}

Coroutine<void> swallows(Future future) {
  try {
    co_await future;
  } catch (const aio::CancelledError &) {
    trace(turn, "swallowed", aio::current_task().cancelling());
  }
  co_await aio::sleep(0);
}

Coroutine<void> limited(aio::Timeout limit, Coroutine<void> awaitable) {
  try {
    co_await aio::with(limit, [&]() -> Coroutine<void> { co_await std::move(awaitable); });
    trace(turn, "in time", limit.expired());
  } catch (const aio::TimeoutError &error) {
    trace(turn, "TimeoutError", error.what(), limit.expired());
  } catch (const ValueError &) {
    trace(turn, "ValueError", limit.expired());
  }
  trace("cancelling", aio::current_task().cancelling());
}

Coroutine<void> finishing(int turns, bool fails = false) {
  const auto future = aio::get_running_loop().create_future<std::string>();
  soon(turns, [=] {
    if (future.done())
      return;
    if (fails)
      future.set_exception(ValueError("error"));
    else
      future.set_result("result");
  });
  co_await limited(aio::timeout(0), waits(future));
}

Coroutine<void> expires_then_ends() {
  const aio::Timeout limit = aio::timeout(3600);
  const auto body = [&]() -> Coroutine<void> {
    limit.reschedule(0);
    co_await aio::sleep(0);
    trace(turn, "body ends", limit.expired());
  };
  co_await limited(limit, body());
  trace("next");
  co_await aio::sleep(0);
}

Coroutine<void> cancelled(int turns) {
  const auto future = aio::get_running_loop().create_future<std::string>();
  auto task = aio::create_task(limited(aio::timeout(0), waits(future)));
  soon(turns, [=] { task.cancel("by hand"); });
  try {
    co_await task;
  } catch (const aio::CancelledError &error) {
    trace(turn, "task cancelled", error.what(), task.cancelling());
  }
}

Coroutine<void> nested(aio::Duration outer_limit, aio::Duration inner_limit) {
  const auto future = aio::get_running_loop().create_future<std::string>();
  const auto inner = [&]() -> Coroutine<void> {
    co_await limited(aio::timeout(inner_limit), waits(future));
    trace(turn, "between");
    co_await aio::sleep(0);
    trace(turn, "inner ends");
  };
  co_await limited(aio::timeout(outer_limit), inner());
}

Coroutine<void> uncancelled() {
  const auto future = aio::get_running_loop().create_future();
  const aio::AnyTask task = aio::current_task();
  const auto body = [&]() -> Coroutine<void> {
    try {
      co_await future;
    } catch (const aio::CancelledError &) {
      trace(turn, "uncancel", task.uncancel());
      throw;
    }
  };
  task.cancel();
  try {
    co_await aio::sleep(0);
  } catch (const aio::CancelledError &) {
    trace(turn, "cancelling", task.cancelling());
  }
  co_await limited(aio::timeout(0), body());
  trace("uncancel", task.uncancel());
}

Coroutine<void> program() {
  aio::EventLoop &loop = aio::get_running_loop();
  tick();
  for (int turns = 0; turns < 4; ++turns) {
    trace("result after", turns);
    co_await finishing(turns);
    trace("exception after", turns);
    co_await finishing(turns, true);
  }
  trace("expires, ends");
  co_await expires_then_ends();
  for (int turns = 1; turns < 4; ++turns) {
    trace("cancelled after", turns);
    co_await cancelled(turns);
  }
  trace("swallows");
  co_await limited(aio::timeout(0), swallows(loop.create_future<std::string>()));
  trace("no await");
  co_await limited(aio::timeout(-1), aio::sleep(0));
  trace("nested, both");
  co_await nested(0, 0);
  trace("nested, inner");
  co_await nested(3600, 0);
  trace("nested, outer");
  co_await nested(0, 3600);
  trace("uncancelled");
  co_await uncancelled();
}

int main() { aio::run(program()); }
