// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  aio::Process process;
  for (const bool kills : {false, true}) {
    process = co_await aio::create_subprocess_exec({"sleep", "60"});
    auto first = aio::create_task(process.wait()), second = aio::create_task(process.wait());
    co_await aio::sleep(0);
    if (kills)
      process.kill();
    else
      process.terminate();
    const auto [a, b] = co_await aio::gather(first, second);
    trace(kills ? "kill" : "terminate", a, b, process.returncode());
  }
  try {
    process.send_signal(15);
  } catch (const aio::ProcessLookupError &) {
    trace("it is gone");
  }
}

int main() { aio::run(program()); }
