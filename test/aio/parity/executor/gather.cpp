// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <barrier>

std::barrier meeting(2);

std::string meets(const char *name) {
  meeting.arrive_and_wait();
  return name;
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  const auto [a, b] = co_await aio::gather(loop.run_in_executor([] { return meets("a"); }),
                                           aio::to_thread([] { return meets("b"); }));
  trace(a, b);
}

int main() { aio::run(program()); }
