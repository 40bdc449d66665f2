// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <csignal>
#include <future>
#include <thread>

void stop();
aio::Coroutine<void> serve();

void install(aio::EventLoop &loop) { loop.add_signal_handler(SIGTERM, stop); }

void installBoth(aio::EventLoop &loop) {
  install(loop);
  loop.add_signal_handler(SIGINT, stop);
}

void again(aio::EventLoop &loop, int times) {
  if (times > 0)
    again(loop, times - 1);
  else
    install(loop);
}

aio::Coroutine<void> direct() {
  aio::get_running_loop().add_signal_handler(SIGTERM, stop);
  co_await serve();
}

aio::Coroutine<void> awaits() { co_await direct(); }

aio::Coroutine<void> deeper() {
  co_await serve();
  co_await awaits();
}

template <class T> aio::Coroutine<void> generic(T) {
  aio::get_running_loop().add_signal_handler(SIGTERM, stop);
  co_return;
}

struct Server {
  void watch() { loop.add_signal_handler(SIGHUP, stop); }
  void start() {
    thread = std::thread([this] {
      watch(); // expect: async-off-main-thread-signal: 'Server::watch' calls 'aio::EventLoop::add_signal_handler'
      loop.add_signal_handler(SIGTERM, stop); // expect: async-off-main-thread-signal: 'aio::EventLoop::add_signal_handler' works on the main thread
      loop.run_forever();
    });
  }
  aio::EventLoop loop;
  std::thread thread;
};

void work() {
  aio::EventLoop loop;
  loop.add_signal_handler(SIGTERM, stop); // expect: async-off-main-thread-signal: works on the main thread of the process only; this runs on another one
                                          // note: 'std::thread' runs the callable on another thread
                                          // note: call it on the main thread's loop
  loop.close();
}

struct Functor {
  void operator()() const {
    aio::run(direct()); // expect: async-off-main-thread-signal: 'direct' calls 'aio::EventLoop::add_signal_handler'
  }
};

[[clang::annotate("asynctidy::main_thread")]] void openWindow();

void threads(aio::EventLoop &shared, bool both) {
  std::thread named(work);
  std::thread functor(Functor{});
  std::thread lambda([&] {
    aio::EventLoop loop;
    install(loop); // expect: async-off-main-thread-signal: 'install' calls 'aio::EventLoop::add_signal_handler'
    if (both)
      installBoth(loop); // expect: async-off-main-thread-signal: 'installBoth' calls
    again(loop, 3); // expect: async-off-main-thread-signal: 'again' calls
    for (int signal : {SIGINT, SIGTERM})
      loop.add_signal_handler(signal, stop); // expect: async-off-main-thread-signal: works on the main thread
    try {
      loop.add_signal_handler(SIGHUP, stop); // expect: async-off-main-thread-signal: works on the main thread
    } catch (const aio::RuntimeError &) {
      openWindow(); // expect: async-off-main-thread-signal: 'openWindow' works on the main thread
    }
    switch (loop.is_running()) {
    case true:
      loop.add_signal_handler(SIGUSR1, stop); // expect: async-off-main-thread-signal: works on the main thread
    }
    aio::run(awaits()); // expect: async-off-main-thread-signal: 'awaits' calls
    loop.run_until_complete(deeper()); // expect: async-off-main-thread-signal: 'deeper' calls
    aio::run(generic(1)); // expect: async-off-main-thread-signal: 'generic' calls
    aio::run(generic('c')); // expect: async-off-main-thread-signal: 'generic' calls
    loop.close();
  });
  std::jthread joining([&shared] {
    shared.add_signal_handler(SIGTERM, stop); // expect: async-off-main-thread-signal: works on the main thread
  });
  auto later = std::async(std::launch::async, [] {
    aio::run(direct()); // expect: async-off-main-thread-signal: 'direct' calls
  });
  later.get();
  std::thread nested([] {
    auto local = [] { openWindow(); };
    local(); // expect: async-off-main-thread-signal: calls 'openWindow'
    std::thread([] {
      openWindow(); // expect: async-off-main-thread-signal: 'openWindow' works on the main thread
    }).join();
  });
  named.join(), functor.join(), lambda.join(), nested.join();
}

aio::Coroutine<void> offloaded() {
  co_await aio::to_thread([] {
    openWindow(); // expect: async-off-main-thread-signal: 'openWindow' works on the main thread
  });
}

template <class T> struct Box {
  void open() { openWindow(); }
};

void inMoreShapes(aio::EventLoop &loop, int kind) {
  std::thread worker([&loop, kind] {
    Box<int> box;
    box.open(); // expect: async-off-main-thread-signal: calls 'openWindow'
    kind > 1 ? openWindow() : stop(); // expect: async-off-main-thread-signal: 'openWindow' works on the main thread
    if (kind == 2)
      return;
    do {
      install(loop); // expect: async-off-main-thread-signal: 'install' calls
    } while (loop.is_running());
    [&loop] { // expect: async-off-main-thread-signal: this lambda calls 'aio::EventLoop::add_signal_handler'
      loop.add_signal_handler(SIGUSR2, stop);
    }();
  });
  worker.join();
}
