// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Callables that variables hold, handed to a thread or called on one.
#include <aio/aio.h>

#include <array>
#include <functional>
#include <thread>

int compute();
void finish(aio::Future<int> future) { future.set_result(compute()); }
void look(aio::Future<int>) {}

aio::Coroutine<void> handed(aio::Future<int> future) {
  std::function<void()> wrapped = [future] {
    future.cancel();  // expect: async-cross-thread-call: 'aio::Future::cancel' is called off the thread of its event loop
                      // note: 'std::thread' runs this lambda on another thread
  };
  std::thread(wrapped).detach();
  auto closure = [&] {
    future.cancel();  // expect: async-cross-thread-call: 'aio::Future::cancel' is called off
  };
  std::function<void()> copy = closure;
  co_await aio::to_thread(copy);
}

aio::Coroutine<void> named(aio::Future<int> future, bool quick) {
  void (*pointer)(aio::Future<int>) = quick ? look : finish;
  std::thread([=] {
    pointer(future);  // expect: async-cross-thread-call: 'pointer' calls 'aio::Future::set_result' off the thread
                      // note: 'finish' calls 'aio::Future::set_result' here
  }).detach();
  co_await future;
}

class Worker {
public:
  explicit Worker(aio::EventLoop &loop) : loop_(loop) {}
  void start() {
    thread_ = std::thread([this] {
      report_();  // expect: async-cross-thread-call: 'report_' calls 'aio::EventLoop::call_soon' off the thread
                  // note: this lambda calls 'aio::EventLoop::call_soon' here
    });
  }
  ~Worker() { thread_.join(); }

private:
  aio::EventLoop &loop_;
  const std::function<void()> report_ = [this] { loop_.call_soon([] {}); };
  std::thread thread_;
};

constexpr std::array<void (*)(aio::Future<int>), 2> handlers = {look, finish};
aio::Coroutine<void> tables(aio::Future<int> future, int i) {
  co_await aio::to_thread([=] {
    handlers[i](future);  // expect: async-cross-thread-call: calls 'aio::Future::set_result' off the thread
  });
}

aio::Coroutine<void> methods(aio::EventLoop &loop) {
  void (aio::EventLoop::*stop)() = &aio::EventLoop::stop;
  co_await aio::to_thread([&loop, stop] {
    (loop.*stop)();  // expect: async-cross-thread-call: 'aio::EventLoop::stop' is called off the thread
  });
}

// What follows is right, or not known.

aio::Coroutine<void> posted(aio::Future<int> future) {
  auto &loop = aio::get_running_loop();
  std::function<void()> done = [future] { future.cancel(); };
  co_await aio::to_thread([&loop, done] { loop.call_soon_threadsafe(done); });
  loop.call_soon(done);
}

aio::Coroutine<void> unknown(std::function<void()> given, aio::Future<int> future) {
  std::thread(given).detach();
  void (*replaced)(aio::Future<int>) = finish;
  replaced = look;
  std::thread([=] { replaced(future); }).detach();
  co_await future;
}

aio::Coroutine<void> own_loop() {
  std::function<void()> program = [] {
    aio::EventLoop loop;
    std::function<void()> stop = [&loop] { loop.stop(); };
    stop();
    loop.run_forever();
    loop.close();
  };
  std::thread(program).detach();
  co_await aio::sleep(1);
}
