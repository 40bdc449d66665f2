// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Callbacks that drop their coroutine, one for each way to write them.
#include <aio/aio.h>

#include <csignal>
#include <functional>
#include <future>
#include <map>
#include <thread>
#include <utility>
#include <vector>

aio::Coroutine<void> refresh();
aio::Coroutine<int> compute(int);
struct Page {
  std::function<void()> changed;
  std::function<void(int)> moved;
  std::function<void()> handlers[2];
  Page(std::function<void()> onChange) : changed(onChange) {}
  aio::Coroutine<void> reload();
};
struct Functor {
  aio::Coroutine<void> operator()() const;
};
void listen(const std::function<void()> &callback);
void listenTo(std::function<void()> first, std::function<void(int)> second);
std::function<void()> make(bool named) {
  if (named)
    return refresh; // expect: async-void-callback: its body never runs
  return [] { return refresh(); }; // expect: async-void-callback: its body never runs
}

void timers(aio::EventLoop &loop) {
  loop.call_soon([] { return refresh(); }); // expect: async-void-callback: its body never runs
  loop.call_later(1, [] { return compute(1); }); // expect: async-void-callback: drops the 'aio::Coroutine<int>'
  loop.call_at(1, refresh); // expect: async-void-callback: its body never runs
  loop.call_soon_threadsafe([]() -> aio::Coroutine<void> { co_return; }); // expect: async-void-callback: its body never runs
  loop.add_signal_handler(SIGINT, [] { return refresh(); }); // expect: async-void-callback: its body never runs
  loop.call_soon(Functor()); // expect: async-void-callback: its body never runs
  auto named = [] { return refresh(); };
  loop.call_soon(named); // expect: async-void-callback: its body never runs
  loop.call_soon(std::move(named)); // expect: async-void-callback: its body never runs
}

void done(aio::Future<int> future) {
  future.add_done_callback([](aio::Future<int>) { return refresh(); }); // expect: async-void-callback: its body never runs
}

void members(Page &page) {
  page.changed = refresh; // expect: async-void-callback: its body never runs
  page.moved = compute; // expect: async-void-callback: drops the 'aio::Coroutine<int>'
  page.handlers[0] = [&page] { return page.reload(); }; // expect: async-void-callback: its body never runs
  page.changed = std::bind(refresh); // expect: async-void-callback: its body never runs
}

void arguments() {
  listen(refresh); // expect: async-void-callback: its body never runs
  listen([] { return refresh(); }); // expect: async-void-callback: its body never runs
  listenTo([] {}, compute); // expect: async-void-callback: its body never runs
}

void threads() {
  std::thread thread([] { return refresh(); }); // expect: async-void-callback: 'std::thread' drops
  std::jthread other(compute, 1); // expect: async-void-callback: 'std::jthread' drops
  thread.join();
}

template <class F> void wrap(F callback) {
  std::function<void()> wrapped = callback; // expect: async-void-callback: its body never runs
  wrapped();
}
void instantiates() {
  wrap(refresh);
  wrap([] {});
}
