// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  trace("debug", loop.get_debug());
  loop.set_debug(false);
  trace("debug", loop.get_debug());
  co_return;
}

aio::Coroutine<void> set_debug() {
  auto &loop = aio::get_running_loop();
  loop.set_debug(true);
  trace("debug", loop.get_debug());
  co_return;
}

int main() {
  aio::run(program(), {.debug = true});
  aio::run(set_debug(), {.debug = false});
}
