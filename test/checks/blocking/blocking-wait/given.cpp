// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is done already: awaiting something else has yielded it, or a callback is given it.
#include <aio/aio.h>

#include <array>
#include <future>
#include <tuple>
#include <vector>

aio::Coroutine<std::vector<std::future<int>>> settle();
aio::Coroutine<std::tuple<std::future<int>, std::future<int>>> settle_both();
aio::Coroutine<std::future<int>> settle_one(int config = 0);
aio::Coroutine<int> configure();
std::future<int> start(int config);
void when_done(void (*callback)(std::future<int>));

aio::Coroutine<void> all() {
  auto done = co_await settle();
  for (std::future<int> &each : done)
    each.get();
  done[0].get();
  done.front().get();
}

aio::Coroutine<void> both() {
  auto [first, second] = co_await settle_both();
  first.get();
  auto tuple = co_await settle_both();
  std::get<0>(tuple).get();
}

aio::Coroutine<void> one() {
  auto done = co_await settle_one();
  done.get();
  (co_await settle_one()).get();
}

aio::Coroutine<void> started() {
  auto running = start(co_await configure());
  running.get(); // expect: async-blocking-wait: 'std::future::get' blocks the event loop
  std::array<std::future<int>, 1> several{start(1)};
  for (std::future<int> &each : several)
    each.get(); // expect: async-blocking-wait: 'std::future::get' blocks the event loop
  several[0].get(); // expect: async-blocking-wait: 'std::future::get' blocks the event loop
  start(co_await configure()).get(); // expect: async-blocking-wait: blocks the event loop
}

aio::Coroutine<void> given(std::future<int> running) {
  running.get(); // expect: async-blocking-wait: 'std::future::get' blocks the event loop
  co_return;
}

void callbacks(aio::EventLoop &loop) {
  std::future<int> running = start(1);
  loop.call_soon([&] {
    running.get(); // expect: async-blocking-wait: 'std::future::get' blocks the event loop
  });
  loop.call_soon([](std::future<int> done = start(1)) { done.get(); });
}
