// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// slow reports count

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  loop.set_slow_callback_duration(0.01);
  aio::logger().set_sink([](const aio::LogRecord &record) {
    if (record.kind == aio::ReportKind::error)
      tracing::report(record);
  });
  loop.call_soon([] { std::this_thread::sleep_for(std::chrono::milliseconds(20)); });
  loop.call_soon([] { throw ValueError("callback"); });
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  trace("end");
}

int main() { aio::run(program()); }
