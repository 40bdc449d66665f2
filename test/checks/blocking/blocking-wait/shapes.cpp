// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

std::future<int> begin();
std::shared_future<int> shared();
int compute();
void take(int value);
bool more();

struct Holder {
  std::future<int> result;
  std::jthread thread;
  aio::Coroutine<int> member() {
    co_return result.get(); // expect: async-blocking-wait: 'std::future::get' blocks the event loop
  }
  aio::Coroutine<void> joined() {
    thread.join(); // expect: async-blocking-wait: until the thread ends
    co_return;
  }
};

aio::Coroutine<int> temporary() {
  co_return begin().get(); // expect: async-blocking-wait: blocks the event loop
}

aio::Coroutine<void> argument() {
  take(begin().get()); // expect: async-blocking-wait: blocks the event loop
  co_return;
}

aio::Coroutine<void> condition(std::future<int> result) {
  if (result.get() > 1) // expect: async-blocking-wait: blocks the event loop
    co_return;
}

aio::Coroutine<int> ternary(std::future<int> result, bool wanted) {
  co_return wanted ? result.get() : 0; // expect: async-blocking-wait: blocks the event loop
}

aio::Coroutine<void> loop(std::vector<std::future<int>> &all) {
  for (std::future<int> &each : all)
    take(each.get()); // expect: async-blocking-wait: blocks the event loop
  co_return;
}

aio::Coroutine<void> pointer(std::unique_ptr<std::future<int>> result) {
  take(result->get()); // expect: async-blocking-wait: blocks the event loop
  co_return;
}

aio::Coroutine<void> caught(std::future<int> result) {
  try {
    take(result.get()); // expect: async-blocking-wait: blocks the event loop
  } catch (const std::exception &) {
  }
  co_return;
}

aio::Coroutine<void> inASwitch(std::future<int> result, int kind) {
  switch (kind) {
  case 1:
    result.wait(); // expect: async-blocking-wait: 'std::future::wait' blocks
    break;
  default:
    break;
  }
  co_return;
}

template <class T> aio::Coroutine<T> instance(std::future<T> result) {
  co_return result.get(); // expect: async-blocking-wait: blocks the event loop
}
aio::Coroutine<void> instances() {
  co_await instance<int>(begin());
  co_await instance<long>(std::future<long>());
}

#define VALUE_OF(future) (future).get()
aio::Coroutine<void> macro(std::future<int> result) {
  take(VALUE_OF(result)); // expect: async-blocking-wait: blocks the event loop
  co_return;
}

void callbacks(aio::EventLoop &loop, std::shared_future<int> result) {
  loop.call_soon([result] { take(result.get()); }); // expect: async-blocking-wait: that runs this callback
  loop.call_later(1, [] { take(begin().get()); });  // expect: async-blocking-wait: that runs this callback
  aio::Future<int> done = loop.create_future<int>();
  done.add_done_callback([result](auto) { take(1); });
}

aio::Coroutine<void> nestedLoops(aio::EventLoop &loop) {
  loop.run_forever(); // expect: async-blocking-wait: runs an event loop inside this coroutine
  aio::Runner runner;
  runner.run(temporary()); // expect: async-blocking-wait: runs an event loop inside this coroutine
  co_return;
}

aio::Coroutine<void> fromAnotherLoop(aio::EventLoop &other) {
  auto result = aio::run_coroutine_threadsafe(temporary(), other);
  take(result.result()); // expect: async-blocking-wait: blocks the event loop
  co_return;
}

aio::Coroutine<void> tooLate(std::future<int> result) {
  take(result.get()); // expect: async-blocking-wait: blocks the event loop
  if (result.wait_for(0s) == std::future_status::ready)
    co_return;
}

// What follows does not wait, or not on the loop.

aio::Coroutine<void> asked(std::future<int> result, std::shared_future<int> other) {
  if (result.wait_for(0s) != std::future_status::ready)
    co_return;
  take(result.get());
  if (other.wait_for(0ms) == std::future_status::ready)
    take(other.get());
}

aio::Coroutine<void> elsewhere(std::shared_future<int> result) {
  co_await aio::to_thread([result] { return result.get(); });
  std::thread([result] { take(result.get()); }).detach();
  co_await aio::get_running_loop().run_in_executor([result] { return result.get(); });
  auto later = std::async([result] { return result.get(); });
  (void)later.wait_for(0s);
}

aio::Coroutine<void> finished(aio::Task<int> task) {
  co_await task;
  take(task.result());
}

aio::Coroutine<void> pointers(std::unique_ptr<int> value, std::optional<int> other) {
  take(*value.get());
  take(other.value());
  co_return;
}

int plain(std::future<int> result) { return result.get(); }

int program() { return aio::run(temporary()); }

aio::Coroutine<void> polls(std::future<int> result) {
  while (result.wait_for(0s) == std::future_status::timeout)
    co_await aio::sleep(0.1);
  take(result.get());
}

struct Cache {
  int get() const;
  void wait() const;
};
aio::Coroutine<void> sameNames(Cache cache) {
  take(cache.get());
  cache.wait();
  co_return;
}

/// Awaiting ends when the thread does: what is left for join() is no wait.
struct Ended {
  std::thread &thread;
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> waiting);
  void await_resume() { thread.join(); }
};
aio::Coroutine<void> resumes(Ended ended) {
  if (ended.await_ready())
    ended.await_resume();
  co_return;
}
