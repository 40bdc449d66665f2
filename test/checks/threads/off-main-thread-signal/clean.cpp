// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <csignal>
#include <functional>
#include <thread>

void stop();
aio::Coroutine<void> serve();
void somewhere(std::function<void()> work);
void later(aio::Coroutine<void> work);
[[clang::annotate("asynctidy::main_thread")]] void openWindow();

aio::Coroutine<void> session() {
  aio::get_running_loop().add_signal_handler(SIGTERM, stop);
  co_await serve();
}

void install(aio::EventLoop &loop) { loop.add_signal_handler(SIGTERM, stop); }

// The main thread's own.
int main() {
  aio::EventLoop loop;
  install(loop);
  loop.add_signal_handler(SIGINT, stop);
  openWindow();
  loop.run_until_complete(session());
  loop.close();
  aio::run(session());
}

// The standard's handlers belong to the process.
void process() {
  std::thread worker([] {
    std::signal(SIGTERM, SIG_IGN);
    std::raise(SIGUSR1);
  });
  worker.join();
}

// Handed back to the loop that has them.
void handedBack(aio::EventLoop &main) {
  std::thread worker([&main] {
    main.call_soon_threadsafe([&main] { main.add_signal_handler(SIGTERM, stop); });
    main.call_soon_threadsafe([] { openWindow(); });
    aio::run_coroutine_threadsafe(session(), main).result();
  });
  worker.join();
}

// A coroutine object by itself runs nowhere yet, and nobody knows where it will.
void elsewhere(aio::EventLoop &main) {
  std::thread worker([&main] {
    later(session());
    auto kept = session();
    later(std::move(kept));
    auto remote = aio::run_coroutine_threadsafe(session(), main);
    remote.result();
    aio::run(serve());
  });
  worker.join();
}

// On which thread these run is not known.
struct Plugin {
  virtual ~Plugin() = default;
  virtual void start() { openWindow(); }
  void run() { openWindow(); }
};

void unknown(Plugin &plugin, std::function<void()> given) {
  somewhere([] { openWindow(); });
  somewhere(given);
  std::thread worker([&] {
    plugin.start();
    given();
  });
  worker.join();
  plugin.run();
}

// Only what is called there counts.
void mentioned() {
  std::thread worker([] {
    auto never = [] { openWindow(); };
    (void)never;
    void (*pointer)() = &openWindow;
    (void)pointer;
    (void)sizeof((openWindow(), 1));
  });
  worker.join();
}

aio::Coroutine<void> loops() {
  auto &loop = aio::get_running_loop();
  loop.add_signal_handler(SIGTERM, stop);
  loop.call_soon([] { openWindow(); });
  loop.call_later(1, [&loop] { loop.add_signal_handler(SIGINT, stop); });
  co_await aio::to_thread([] { std::signal(SIGPIPE, SIG_IGN); });
  loop.remove_signal_handler(SIGTERM);
}
