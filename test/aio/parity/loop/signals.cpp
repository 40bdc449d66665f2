// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <csignal>
#include <unistd.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  aio::Event received;
  const auto handler = [&](const char *name) {
    return [&received, name] {
      trace(name, "received");
      received.set();
    };
  };
  loop.add_signal_handler(SIGUSR1, handler("first"));
  loop.add_signal_handler(SIGUSR1, handler("second"));
  kill(getpid(), SIGUSR1);
  trace("sent");
  co_await received.wait();
  trace("removed", loop.remove_signal_handler(SIGUSR1));
  trace("removed", loop.remove_signal_handler(SIGUSR1));
  for (const int number : {0, 1000}) {
    try {
      loop.add_signal_handler(number, handler("never"));
    } catch (const aio::ValueError &error) {
      trace(error.what());
    }
  }
  try {
    loop.add_signal_handler(SIGKILL, handler("never"));
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
}

int main() { aio::run(program()); }
