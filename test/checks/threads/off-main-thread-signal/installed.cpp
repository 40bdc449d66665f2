// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <csignal>
#include <thread>

aio::Coroutine<void> session() {
  auto &loop = aio::get_running_loop();
  auto received = loop.create_future<void>();
  loop.add_signal_handler(SIGUSR1, [received]() mutable {
    if (!received.done())
      received.set_result();
  });
  std::thread sender([] { ::kill(::getpid(), SIGUSR1); });
  co_await received;
  co_await aio::to_thread([&] { sender.join(); });
  loop.remove_signal_handler(SIGUSR1);
}

int main() { aio::run(session()); }
