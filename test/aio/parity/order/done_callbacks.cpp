// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto future = loop.create_future<int>();
  future.add_done_callback([&](auto) {
    trace("first");
    future.add_done_callback([](auto) { trace("added by first"); });
    loop.call_soon([] { trace("call_soon by first"); });
  });
  const auto removed = future.add_done_callback([](auto) { trace("removed"); });
  future.add_done_callback([](auto) { trace("second"); });
  trace("removed", int(future.remove_done_callback(removed)));
  trace("again", int(future.remove_done_callback(removed)));
  loop.call_soon([] { trace("call_soon before set_result"); });
  future.set_result(1);
  trace("done", future.done());
  future.add_done_callback([](auto) { trace("added when done"); });
  co_await aio::sleep(0);
  trace("one turn");
  co_await aio::sleep(0);
  trace("two turns");
}

int main() { aio::run(program()); }
