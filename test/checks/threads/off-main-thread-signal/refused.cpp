// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: error: Task exception was never retrieved
#include <aio/aio.h>

#include <csignal>
#include <thread>

void stop() { aio::get_running_loop().stop(); }

aio::Coroutine<void> install() {
  aio::get_running_loop().add_signal_handler(SIGTERM, stop);
  co_return;
}

aio::Coroutine<void> session() {
  aio::create_task(install()); // expect: async-discarded-task: the task from 'aio::create_task' is dropped
                               // fix: co_await aio::create_task(install());
  co_await aio::sleep(0);
}

int main() {
  std::thread server([] {
    aio::run(session()); // expect: async-off-main-thread-signal: 'session' calls 'aio::EventLoop::add_signal_handler', which works on the main thread
                         // note: 'session' calls 'install' here
                         // note: 'install' calls 'aio::EventLoop::add_signal_handler' here
  });
  server.join();
}
