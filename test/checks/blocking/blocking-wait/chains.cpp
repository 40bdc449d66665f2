// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Waits in functions that code on the loop calls, also through what holds them.
#include <aio/aio.h>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

int compute();
std::future<int> begin();
void take(int value);
aio::Coroutine<int> work();

int made() { return begin().get(); }
int outer() { return made(); }
int local() {
  std::future<int> result = std::async(std::launch::async, compute);
  take(1);
  return result.get();
}
int valueOf(std::future<int> &result) { return result.get(); }
void finish(std::thread &thread) {
  if (thread.joinable())
    thread.join();
}
int nested() { return aio::run(work()); }
int polite(std::future<int> &result) {
  if (result.wait_for(0s) != std::future_status::ready)
    return 0;
  return result.get();
}

class Worker {
public:
  void stop() { thread_.join(); }
  bool stopped() const;
  int result() { return result_.get(); }
  ~Worker() { thread_.join(); }

private:
  std::thread thread_;
  std::future<int> result_;
};

struct Handlers {
  const std::function<int()> made = ::made;
};

aio::Coroutine<void> caller(std::future<int> given, std::thread &thread, Worker &worker) {
  take(made());   // expect: async-blocking-wait: 'made' calls 'std::future::get', which blocks the event loop that runs this coroutine until the result is there
                  // note: 'made' calls 'std::future::get' here
  take(outer());  // expect: async-blocking-wait: 'outer' calls 'std::future::get', which blocks the event loop
                  // note: 'outer' calls 'made' here
                  // note: 'made' calls 'std::future::get' here
  take(local());  // expect: async-blocking-wait: 'local' calls 'std::future::get'
  take(valueOf(given));  // expect: async-blocking-wait: 'valueOf' calls 'std::future::get'
  finish(thread);  // expect: async-blocking-wait: 'finish' calls 'std::thread::join', which blocks the event loop that runs this coroutine until the thread ends
  worker.stop();  // expect: async-blocking-wait: 'Worker::stop' calls 'std::thread::join'
  take(nested());  // expect: async-blocking-wait: 'nested' calls 'aio::run', which runs an event loop inside this coroutine
  [] { take(made()); }();  // expect: async-blocking-wait: calls 'std::future::get'
  co_return;
}

aio::Coroutine<void> held(Handlers &handlers) {
  int (*pointer)() = made;
  take(pointer());  // expect: async-blocking-wait: 'pointer' calls 'std::future::get', which blocks
                    // note: 'made' calls 'std::future::get' here
  std::function<int()> function = [] { return begin().get(); };
  take(function());  // expect: async-blocking-wait: 'function' calls 'std::future::get'
                     // note: this lambda calls 'std::future::get' here
  take(handlers.made());  // expect: async-blocking-wait: 'made' calls 'std::future::get'
  co_return;
}

void callbacks(aio::EventLoop &loop) {
  std::function<void()> job = [] { take(begin().get()); };  // expect: async-blocking-wait: that runs this callback
  loop.call_soon(job);
  loop.call_soon([] { take(made()); });  // expect: async-blocking-wait: 'made' calls 'std::future::get', which blocks the event loop that runs this callback
}

// What follows does not wait, or not on the loop, or for what is known to be done.

aio::Coroutine<void> settled(std::future<int> asked, std::future<int> polled, std::thread &joined,
                             Worker &worker) {
  if (asked.wait_for(0s) == std::future_status::ready)
    take(valueOf(asked));
  take(polite(polled));
  joined.join();  // expect: async-blocking-wait: 'std::thread::join' blocks
  finish(joined);
  if (worker.stopped())
    take(worker.result());
  co_return;
}

aio::Coroutine<void> elsewhere(std::function<int()> unknown, std::future<int> given) {
  co_await aio::to_thread(made);
  std::function<int()> job = outer;
  co_await aio::to_thread(job);
  co_await aio::to_thread([&] { return valueOf(given); });
  take(unknown());
}

void plain(Worker &worker, std::thread &thread) {
  take(outer());
  finish(thread);
  worker.stop();
}

struct Base {
  virtual int value() { return made(); }
};
aio::Coroutine<void> overridden(Base &base) {
  take(base.value());
  co_return;
}
