// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: Callbacks of the same time run in the order of their calls
// both: + b
// both: - f
// both: - b
// both: + f

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  const double when = loop.time() + 0.001;
  for (const char *name : {"a", "b", "c", "d", "e", "f"})
    loop.call_at(when, [name] { trace(name); });
  co_await aio::sleep(0.003);
}

int main() { aio::run(program()); }
