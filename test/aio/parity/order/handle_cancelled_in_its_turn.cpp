// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  std::vector<aio::Handle> handles;
  handles.push_back(loop.call_soon([&] {
    trace("first");
    for (const auto &handle : handles)
      handle.cancel();
  }));
  handles.push_back(loop.call_soon([] { trace("never"); }));
  handles.push_back(loop.call_later(0, [] { trace("never either"); }));
  loop.call_soon([] { trace("last"); });
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  trace(handles[0].cancelled(), handles[1].cancelled(), handles[2].cancelled());
}

int main() { aio::run(program()); }
