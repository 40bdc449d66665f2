// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> bug(const char *name) {
  throw ValueError(name);
  co_return;
}

aio::Coroutine<void> program() {
  trace("dropped before");
  aio::create_task(bug("dropped before"));
  co_await aio::sleep(0);
  trace("dropped after");
  auto task = aio::create_task(bug("dropped after"));
  co_await aio::sleep(0);
  trace("done", task.done());
  task = {};
  trace("looked at late");
  task = aio::create_task(bug("late"));
  for (int turn = 0; turn < 3; ++turn)
    co_await aio::sleep(0);
  trace(task.exception());
  task = {};
  trace("looked at by a callback");
  task = aio::create_task(bug("callback"));
  task.add_done_callback([](auto done) { trace(done.exception()); });
  task = {};
  for (int turn = 0; turn < 3; ++turn)
    co_await aio::sleep(0);
  trace("cancelled");
  task = aio::create_task(aio::sleep(3600));
  co_await aio::sleep(0);
  task.cancel();
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  task = {};
  trace("end");
}

int main() { aio::run(program()); }
