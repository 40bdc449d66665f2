// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <csignal>
#include <thread>

aio::Coroutine<void> session() {
  try {
    aio::get_running_loop().add_signal_handler(SIGUSR1, [] {});
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
  co_await aio::sleep(0);
  trace("goes on");
}

int main() {
  std::thread thread([] { aio::run(session()); });
  thread.join();
}
