// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits_for_itself() {
  try {
    co_await aio::current_task();
  } catch (const aio::RuntimeError &error) {
    const std::string text = error.what();
    trace(text.substr(0, text.find(": <")));
  }
  trace("goes on");
}

aio::Coroutine<void> program() { co_await aio::create_task(waits_for_itself()); }

int main() { aio::run(program()); }
