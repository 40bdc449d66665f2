// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <algorithm>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <vector>

int compute();

// A thread that a coroutine starts: its loop runs.
aio::Coroutine<void> thread_in_coroutine(aio::Future<int> future) {
  std::thread([future] {
    future.set_result(compute()); // expect: async-cross-thread-call: 'aio::Future::set_result' is called off the thread of its event loop
                                  // note: 'std::thread' runs this lambda on another thread
                                  // note: use loop.call_soon_threadsafe
  }).detach();
  co_await future;
}

aio::Coroutine<void> by_reference(aio::Future<int> future) {
  std::thread worker([&] {
    future.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel' is called off
  });
  co_await aio::sleep(1);
  co_await aio::to_thread([&] { worker.join(); });
}

aio::Coroutine<void> jthread(aio::Future<int> future) {
  std::jthread worker([future] {
    if (compute() > 1)
      future.set_result(1); // expect: async-cross-thread-call: 'aio::Future::set_result' is called off
    else
      future.set_exception(aio::ValueError("no")); // expect: async-cross-thread-call: 'aio::Future::set_exception' is called off
  });
  co_await future;
}

aio::Coroutine<void> std_async(aio::Future<int> future) {
  auto started = std::async(std::launch::async, [=] {
    for (int i = 0; i < compute(); ++i)
      future.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
    return 1;
  });
  co_await aio::sleep(1);
  if (started.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
    co_return;
}

// The loop's own call for other threads takes the same arguments.
aio::Coroutine<void> executor() {
  auto &loop = aio::get_running_loop();
  co_await loop.run_in_executor([&loop] {
    loop.call_soon([] {}); // expect: async-cross-thread-call: 'aio::EventLoop::call_soon' is called off
                           // fix: loop.call_soon_threadsafe([] {});
  });
  co_await aio::to_thread([&] {
    (void)loop.call_later(1, [] {}); // expect: async-cross-thread-call: 'aio::EventLoop::call_later'
  });
}

aio::Coroutine<void> with_the_loop_in_reach(aio::Future<int> future) {
  auto &loop = aio::get_running_loop();
  co_await aio::to_thread([&loop, future] {
    future.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
                     // fix: loop.call_soon_threadsafe([future] { future.cancel(); });
  });
  co_await aio::to_thread([&] {
    const int value = compute();
    future.set_result(value); // expect: async-cross-thread-call: 'aio::Future::set_result'
                              // fix: loop.call_soon_threadsafe([future, value] { if (!future.done()) future.set_result(value); });
  });
}

aio::Coroutine<int> fetch() { co_return 1; }

// A coroutine has a call of its own for that.
aio::Coroutine<void> create_task_elsewhere() {
  auto *loop = &aio::get_running_loop();
  std::thread([loop] {
    auto task = loop->create_task(fetch()); // expect: async-cross-thread-call: 'aio::EventLoop::create_task'
                                            // note: use aio::run_coroutine_threadsafe(..., loop) instead
    task.add_done_callback([](auto) {}); // expect: async-cross-thread-call: 'aio::Task::add_done_callback'
  }).detach();
  std::thread([] {
    auto task = aio::create_task(fetch()); // expect: async-cross-thread-call: 'aio::create_task'
    task.cancel();
  }).detach();
  co_await aio::sleep(1);
}

// Through functions defined here.
void finish(const aio::Future<int> &future, int value) { future.set_result(value); }
void finish_later(const aio::Future<int> &future) { finish(future, compute()); }

aio::Coroutine<void> through_calls(aio::Future<int> future) {
  std::thread([future] {
    finish_later(future); // expect: async-cross-thread-call: 'finish_later' calls 'aio::Future::set_result' off the thread
                          // note: 'finish_later' calls 'finish' here
                          // note: 'finish' calls 'aio::Future::set_result' here
  }).detach();
  co_await future;
}

// Named functions, and what they are given.
void work(aio::EventLoop &loop) {
  loop.call_soon([] {}); // expect: async-cross-thread-call: 'aio::EventLoop::call_soon'
                         // fix: loop.call_soon_threadsafe([] {});
}
void complete(aio::Future<int> future) {
  future.set_result(1); // expect: async-cross-thread-call: 'aio::Future::set_result'
}
aio::Coroutine<void> named(aio::Future<int> future) {
  auto &loop = aio::get_running_loop();
  std::thread first(work, std::ref(loop));
  std::thread second(&complete, future);
  co_await future;
  first.detach();
  second.detach();
}

// Members.
class Worker {
public:
  explicit Worker(aio::EventLoop &loop) : loop_(loop), done_(loop.create_future<int>()) {}
  void start() {
    thread_ = std::thread([this] {
      done_.set_result(1); // expect: async-cross-thread-call: 'aio::Future::set_result'
    });
  }
  void start_method() { thread_ = std::thread(&Worker::run, this); }
  ~Worker() { thread_.join(); }

private:
  void run() {
    report(); // expect: async-cross-thread-call: 'Worker::report' calls 'aio::EventLoop::call_soon' off
  }
  void report() { loop_.call_soon([] {}); }

  aio::EventLoop &loop_;
  aio::Future<int> done_;
  std::thread thread_;
};

class Shared : public std::enable_shared_from_this<Shared> {
public:
  void start() {
    std::thread([self = shared_from_this()] {
      self->future_.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
    }).detach();
  }

private:
  aio::Future<int> future_;
};

// Before the loop runs, as long as it does while the thread does.
int main_with_a_loop() {
  aio::EventLoop loop;
  auto future = loop.create_future<int>();
  std::thread worker([&] {
    future.set_result(1); // expect: async-cross-thread-call: 'aio::Future::set_result'
                          // fix: loop.call_soon_threadsafe([future] { if (!future.done()) future.set_result(1); });
  });
  const int result = loop.run_until_complete(future);
  worker.join();
  loop.close();
  return result;
}

// Other handles, copies and references of them.
aio::Coroutine<void> handles(aio::Task<int> task, std::vector<aio::Future<int>> futures) {
  auto handle = aio::get_running_loop().call_later(10, [] {});
  aio::Event event;
  aio::Queue<int> queue;
  std::thread([=] {
    task.cancel();       // expect: async-cross-thread-call: 'aio::Future::cancel'
    handle.cancel();     // expect: async-cross-thread-call: 'aio::Handle::cancel'
    event.set();         // expect: async-cross-thread-call: 'aio::Event::set'
    queue.put_nowait(1); // expect: async-cross-thread-call: 'aio::Queue::put_nowait'
    auto copy = task;
    copy.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
    const auto &reference = task;
    reference.cancel();  // expect: async-cross-thread-call: 'aio::Future::cancel'
    futures[0].cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
    for (const auto &each : futures)
      each.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
  }).detach();
  co_await event.wait();
}

aio::Coroutine<void> moved_in() {
  auto future = aio::get_running_loop().create_future<int>();
  auto copy = future;
  std::thread([future = std::move(copy)]() mutable {
    future.set_result(1); // expect: async-cross-thread-call: 'aio::Future::set_result'
  }).detach();
  co_await future;
}

// Called at once, in the thread.
aio::Coroutine<void> inline_callables(aio::Future<int> future) {
  std::thread([&future] {
    std::vector<int> numbers{1};
    std::for_each(numbers.begin(), numbers.end(), [&](int number) { // expect: async-cross-thread-call: this lambda calls 'aio::Future::set_result' off
      future.set_result(number);
    });
    [&] { future.cancel(); }(); // expect: async-cross-thread-call: this lambda calls 'aio::Future::cancel' off
    switch (compute()) {
    case 1:
      future.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
      break;
    default:
      break;
    }
    try {
      compute();
    } catch (...) {
      future.set_exception(std::current_exception()); // expect: async-cross-thread-call: 'aio::Future::set_exception'
    }
  }).detach();
  co_await future;
}

// Recursion, and templates with two instances.
void pong(const aio::Future<int> &future, int n);
void ping(const aio::Future<int> &future, int n) {
  if (n > 0)
    pong(future, n - 1);
}
void pong(const aio::Future<int> &future, int n) {
  ping(future, n);
  future.cancel();
}
template <class T> void give(aio::Future<T> future, T value) {
  std::thread([=] {
    future.set_result(value); // expect: async-cross-thread-call: 'aio::Future::set_result'
  }).detach();
}
aio::Coroutine<void> recursive(aio::Future<int> future, aio::Future<long> other) {
  std::thread([=] {
    ping(future, 3); // expect: async-cross-thread-call: 'ping' calls 'aio::Future::cancel' off
  }).detach();
  give(future, 1);
  give(other, 1L);
  co_await future;
}

#define ON_A_THREAD(code) std::thread([=] { code; }).detach()
aio::Coroutine<void> macro(aio::Future<int> future) {
  ON_A_THREAD(future.cancel()); // expect: async-cross-thread-call: 'aio::Future::cancel'
  co_await future;
}

// A loop of its own does not make another loop's future its own.
aio::Coroutine<void> nested_loop(aio::Future<int> future) {
  std::thread([future] {
    const int value = aio::run(fetch());
    future.set_result(value); // expect: async-cross-thread-call: 'aio::Future::set_result'
  }).detach();
  co_await future;
}

aio::Coroutine<void> pool(aio::Future<int> future, aio::ThreadPoolExecutor executor) {
  (void)executor.submit([future] {
    return future.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
  });
  co_await future;
}

class Job {
public:
  explicit Job(aio::Future<int> future) : future_(future) {}
  void operator()() const {
    future_.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel'
  }

private:
  aio::Future<int> future_;
};
aio::Coroutine<void> functor(aio::Future<int> future) {
  std::thread(Job(future)).detach();
  co_await future;
}
