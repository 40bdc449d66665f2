// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto done = loop.create_future<std::string>(), pending = loop.create_future<std::string>();
  done.set_result("done");
  for (auto next_one : aio::as_completed({.timeout = 0.002}, done, pending)) {
    try {
      trace(co_await std::move(next_one));
    } catch (const aio::TimeoutError &error) {
      trace(error);
    }
  }
  trace(pending.done());
}

int main() { aio::run(program()); }
