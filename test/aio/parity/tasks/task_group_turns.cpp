// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

using aio::Coroutine;
using Body = std::optional<Coroutine<void>>;

int turn = 0;

void tick() {
  ++turn;
  aio::get_running_loop().call_soon(tick);
}

Coroutine<void> sleeps(const char *name, int turns) {
  try {
    for (int i = 0; i < turns; ++i)
      co_await aio::sleep(0);
    trace(turn, name, "ends");
  } catch (const aio::CancelledError &) {
    trace(turn, name, "cancelled");
    throw;
  }
}

Coroutine<void> fails(const char *name, int turns) {
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  trace(turn, name, "throws");
  throw ValueError(name);
}

Coroutine<void> late(const char *name) {
  try {
    co_await aio::sleep(3600);
    co_return;
  } catch (const aio::CancelledError &) {
    trace(turn, name, "cancelled");
  }
  co_await aio::sleep(0);
  throw KeyError(name);
}

Coroutine<void> swallows(const char *name) {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    trace(turn, name, "swallows");
  }
  co_await aio::sleep(0);
  trace(turn, name, "ends");
}

std::string texts(const aio::ExceptionGroup &group) {
  std::string text = group.what();
  for (const std::exception_ptr &exception : group.exceptions()) {
    try {
      std::rethrow_exception(exception);
    } catch (const std::exception &error) {
      text += std::string(" ") + error.what();
    }
  }
  return text;
}

Coroutine<void> ended(Coroutine<void> awaitable) {
  const aio::AnyTask task = aio::current_task();
  try {
    co_await std::move(awaitable);
    trace(turn, "ended", task.cancelling());
  } catch (const aio::ExceptionGroup &group) {
    trace(turn, texts(group), task.cancelling());
  } catch (const aio::CancelledError &error) {
    trace(turn, "CancelledError", error.what(), task.cancelling());
  }
}

template <class... Coroutines> std::vector<Coroutine<void>> list(Coroutines... coroutines) {
  std::vector<Coroutine<void>> result;
  (result.push_back(std::move(coroutines)), ...);
  return result;
}

Coroutine<void> group(std::vector<Coroutine<void>> coroutines, Body body = {}) {
  co_await aio::with(aio::TaskGroup(), [&](aio::TaskGroup &tasks) -> Coroutine<void> {
    for (Coroutine<void> &coroutine : coroutines)
      tasks.create_task(std::move(coroutine));
    if (body)
      co_await std::move(*body);
  });
}

Coroutine<void> cancelled_after(int turns, Coroutine<void> coroutine, bool again = false) {
  auto task = aio::create_task(ended(std::move(coroutine)));
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  task.cancel("first");
  if (again) {
    co_await aio::sleep(0);
    task.cancel("again");
  }
  co_await task;
}

Coroutine<void> creates(aio::TaskGroup tasks) {
  co_await aio::sleep(0);
  tasks.create_task(sleeps("late", 2));
  trace(turn, "created");
}

Coroutine<void> creates_late() {
  co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &tasks) -> Coroutine<void> {
    tasks.create_task(creates(tasks));
    co_return;
  });
}

Coroutine<void> two_groups() {
  co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &outer) -> Coroutine<void> {
    outer.create_task(fails("outer", 3));
    co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &inner) -> Coroutine<void> {
      inner.create_task(late("inner"));
      co_await sleeps("body", 9);
    });
  });
}

Coroutine<void> inner_fails() {
  co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &outer) -> Coroutine<void> {
    outer.create_task(sleeps("outer", 9));
    try {
      co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &inner) -> Coroutine<void> {
        inner.create_task(fails("inner", 1));
        co_await sleeps("body", 9);
      });
    } catch (const aio::ExceptionGroup &error) {
      trace(turn, "inner group", error.what());
    }
  });
}

Coroutine<void> program() {
  tick();
  trace("empty");
  co_await ended(group(list()));
  trace("two tasks");
  co_await ended(group(list(sleeps("a", 1), sleeps("b", 3))));
  trace("body last");
  co_await ended(group(list(sleeps("a", 1)), sleeps("body", 3)));
  trace("a task throws");
  co_await ended(group(list(fails("b", 2), late("c")), sleeps("body", 9)));
  trace("two throw in one turn");
  co_await ended(group(list(fails("a", 1), fails("b", 1)), sleeps("body", 9)));
  trace("the body throws");
  co_await ended(group(list(late("b")), fails("body", 2)));
  trace("body and task throw in one turn");
  co_await ended(group(list(fails("a", 0)), fails("body", 1)));
  trace("throws before the body awaits");
  co_await ended(group(list(fails("a", 0), sleeps("b", 9))));
  trace("one swallows");
  co_await ended(group(list(fails("a", 0), swallows("b")), swallows("body")));
  trace("cancelled in the body");
  co_await cancelled_after(3, group(list(sleeps("a", 9)), sleeps("body", 9)));
  trace("cancelled at the end");
  co_await cancelled_after(3, group(list(sleeps("a", 9))));
  trace("cancelled, clean-up throws");
  co_await cancelled_after(3, group(list(late("a")), sleeps("body", 9)));
  trace("cancelled twice");
  co_await cancelled_after(3, group(list(late("a"))), true);
  trace("cancelled while it throws");
  co_await cancelled_after(3, group(list(fails("a", 2), sleeps("b", 9)), sleeps("body", 9)));
  trace("cancelled as it throws");
  co_await cancelled_after(2, group(list(fails("a", 1), late("b")), sleeps("body", 9)), true);
  trace("late");
  co_await ended(creates_late());
  trace("outer throws");
  co_await ended(two_groups());
  trace("inner throws");
  co_await ended(inner_fails());
}

int main() { aio::run(program()); }
