// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: A coroutine that a call refuses dies in that call
// both: + ! RuntimeWarning: coroutine 'work' was never awaited

aio::Coroutine<void> work() {
  trace("never");
  co_return;
}

template <class F> void attempt(const char *name, F call) {
  try {
    call();
    trace(name, "returns");
  } catch (const aio::RuntimeError &error) {
    trace(name, error);
  }
}

int main() {
  aio::EventLoop loop;
  const auto never = [] { trace("never"); };
  auto handle = loop.call_soon(never);
  auto timer = loop.call_later(1, never);
  {
    auto future = loop.create_future();
    future.add_done_callback([](auto) { trace("never"); });
  }
  loop.close();
  loop.close();
  auto coroutine = work();
  attempt("call_soon", [&] { loop.call_soon(never); });
  attempt("call_later", [&] { loop.call_later(1, never); });
  attempt("call_soon_threadsafe", [&] { loop.call_soon_threadsafe(never); });
  attempt("create_task", [&] { loop.create_task(std::move(coroutine)); });
  attempt("run_forever", [&] { loop.run_forever(); });
  attempt("run_until_complete", [&] { loop.run_until_complete(std::move(coroutine)); });
  attempt("run_in_executor", [&] { loop.run_in_executor(never); });
  attempt("create_future", [&] { loop.create_future(); });
  attempt("set_debug", [&] { loop.set_debug(false); });
  coroutine.close();
  handle.cancel();
  timer.cancel();
  trace(loop.is_closed(), loop.is_running());
}
