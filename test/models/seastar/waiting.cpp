// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// get() and wait() wait in a seastar::thread only.
#include <seastar/core/coroutine.hh>
#include <seastar/core/loop.hh>
#include <seastar/core/thread.hh>
#include <seastar/core/when_all.hh>
#include <seastar/coroutine/as_future.hh>
#include <seastar/util/later.hh>

#include <future>
#include <thread>

using namespace seastar;

future<int> fetch();
std::future<int> outside();

future<int> in_a_coroutine() {
  fetch().wait();          // expect: async-blocking-wait: 'seastar::future::wait' blocks
                           // note: use co_await the future instead
  co_return fetch().get(); // expect: async-blocking-wait: 'seastar::future::get' blocks
}

future<int> asked(future<int> &running) {
  if (running.available())
    co_return running.get();
  co_return 0;
}

future<int> known() {
  auto [first, second] = co_await when_all(fetch(), fetch());
  int sum = first.get() + second.get();
  auto done = co_await coroutine::as_future(fetch());
  sum += done.failed() ? 0 : done.get();
  auto result = co_await coroutine::as_future(fetch());
  co_return sum + result.get();
}

void continuations(future<int> first, future<int> second) {
  (void)std::move(first).then_wrapped([](future<int> done) { return done.get(); });
  (void)std::move(second).then_wrapped([](future<int> done) -> future<int> {
    int sum = done.get();
    co_return sum + co_await fetch();
  });
}

void in_a_thread() {
  (void)async([] {
    int value = fetch().get();
    std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
    outside().get(); // expect: async-blocking-wait: 'std::future::get' blocks
    return value;
  });
  (void)async(thread_attributes(), [] { return fetch().get(); });
  thread background([] {
    fetch().wait();
    std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
  });
}

// What runs in a thread may come there by way of functions that return futures.
template <class F> future<> invoke_with(F &&function, int value) {
  function(value);
  return make_ready_future<>();
}
template <class F> future<> do_with_thread(F &&function) {
  return async([function = std::move(function)]() mutable { invoke_with(function, 1).get(); });
}
future<> by_way_of_others() {
  return do_with_thread([](int) {
    fetch().get();
    std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
  });
}
future<> without_thread() {
  return invoke_with([](int) { fetch().get(); }, 1); // expect: async-blocking-wait: 'seastar::future::get' blocks
}

future<> with_and_without() {
  auto body = [](int) { fetch().get(); }; // expect: async-blocking-wait: 'seastar::future::get' blocks
  (void)invoke_with(body, 1);
  return async([body] { invoke_with(body, 1).get(); });
}

future<int> asked_in_a_lambda_that_nobody_calls() {
  auto running = fetch();
  auto until_done = [&]() -> future<> {
    while (!running.available())
      co_await yield();
  };
  co_return running.get(); // expect: async-blocking-wait: 'seastar::future::get' blocks
}

future<int> asked_in_a_lambda() {
  auto running = fetch();
  auto until_done = [&]() -> future<> {
    while (!running.available())
      co_await yield();
  };
  co_await until_done();
  co_return running.get();
}

// What returns a future is run by the reactor, whoever waits for it in a thread.
future<int> slow_at_first() {
  std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
  co_return 1;
}
void waits_in_a_test() { slow_at_first().get(); }

// A coroutine leaves the thread where it suspends.
template <class F> future<> call_with(F &&function) { return function(1); }
future<> by_way_of_a_coroutine() {
  return async([] {
    call_with([](int) -> future<> {
      co_await fetch();
      fetch().get(); // expect: async-blocking-wait: 'seastar::future::get' blocks
    }).get();
  });
}
