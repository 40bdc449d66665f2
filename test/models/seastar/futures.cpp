// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Futures that nobody waits for, continuations, promises.
#include <seastar/core/coroutine.hh>
#include <seastar/core/rwlock.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/coroutine/as_future.hh>
#include <seastar/coroutine/maybe_yield.hh>
#include <seastar/util/later.hh>

#include <thread>

using namespace seastar;

future<int> fetch();
future<> work();

future<> dropped() {
  fetch(); // expect: async-discarded-task: the future from 'fetch' is dropped
           // fix: co_await fetch();
  (void)fetch();
  make_ready_future<int>(1);
  now();
  work().or_terminate();
  (void)work().handle_exception([](std::exception_ptr) {});
  co_await work();
}

future<> not_thrown() {
  coroutine::return_exception(std::exception()); // expect: async-unawaited-coroutine: return_exception' is never awaited
                                                 // fix: co_await coroutine::return_exception(std::exception());
  co_await coroutine::return_exception(std::exception());
  co_await coroutine::maybe_yield();
}

future<int> units(semaphore &limit, rwlock &lock) {
  auto units = get_units(limit, 1);     // expect: async-unawaited-coroutine: is stored in 'units', which is never awaited
                                        // fix: auto units = co_await get_units(limit, 1);
  auto holder = lock.hold_write_lock(); // expect: async-unawaited-coroutine: is stored in 'holder', which is never awaited
                                        // fix: auto holder = co_await lock.hold_write_lock();
  auto held = co_await get_units(limit, 1);
  auto writing = co_await lock.hold_write_lock();
  co_return co_await fetch();
}

future<int> lost(bool early) {
  future<int> running = fetch(); // expect: async-unretrieved-exception: 'running'
  if (early)
    co_return 0;
  co_return co_await std::move(running);
}

future<int> asked() {
  future<int> running = fetch();
  if (!running.failed())
    co_return 0;
  co_return co_await std::move(running);
}

future<> ignored() {
  future<> done = work();
  done.ignore_ready_future();
  return now();
}

future<int> twice() {
  future<int> running = fetch();
  int sum = co_await std::move(running);
  co_return sum + co_await std::move(running); // expect: async-double-await: 'running' is awaited again
}

void used_up(future<int> a, future<int> b, future<int> c, future<int> d, future<int> e, future<int> f, future<int> g,
             future<int> h, future<int> i, future<int> j, promise<int> p, future<int> k) {
  (void)a.then([](int) {});
  (void)a.then([](int) {}); // expect: async-double-await: 'a' is used
  (void)b.then_unpack([](int) {});
  (void)b.then_unpack([](int) {}); // expect: async-double-await: 'b' is used
  (void)c.then_wrapped([](future<int> done) { return done.get(); });
  (void)c.get_exception(); // expect: async-double-await: 'c' is used
  (void)d.finally([] {});
  (void)d.finally([] {}); // expect: async-double-await: 'd' is used
  (void)e.handle_exception([](std::exception_ptr) { return 1; });
  (void)e.handle_exception([](std::exception_ptr) { return 1; }); // expect: async-double-await: 'e' is used
  (void)f.handle_exception_type([](std::exception &) { return 1; });
  (void)f.handle_exception_type([](std::exception &) { return 1; }); // expect: async-double-await: 'f' is used
  (void)g.discard_result();
  (void)g.discard_result(); // expect: async-double-await: 'g' is used
  h.ignore_ready_future();
  h.ignore_ready_future(); // expect: async-double-await: 'h' is used
  i.forward_to(std::move(p));
  i.forward_to(promise<int>()); // expect: async-double-await: 'i' is used
  (void)k.or_terminate();
  (void)k.or_terminate(); // expect: async-double-await: 'k' is used
  j.get();
  j.get(); // expect: async-double-await: 'j' is used
}

future<int> skipped(future<int> first) {
  future<int> second = fetch();
  return first.then([second = std::move(second)](int) mutable { return std::move(second); }); // expect: async-unretrieved-exception: 'second'
}

/// Whoever completes the first one knows what comes of it.
future<int> own_first(future<int> second) {
  promise<> first;
  auto result = first.get_future().then([second = std::move(second)]() mutable { return std::move(second); });
  first.set_value();
  return result;
}

future<int> skipped_too(future<int> first) {
  future<int> second = fetch();
  return first.then_unpack([second = std::move(second)](int) mutable { return std::move(second); }); // expect: async-unretrieved-exception: 'second'
}

void slow() { std::this_thread::sleep_for(std::chrono::seconds(1)); }

void continued(future<int> a, future<int> b, future<int> c, future<int> d, future<int> e, future<int> f) {
  (void)a.then([](int) { slow(); });                                    // expect: async-blocking-call: 'slow' blocks
  (void)b.then_unpack([](int) { slow(); });                             // expect: async-blocking-call: 'slow' blocks
  (void)std::move(c).then_wrapped([](future<int> done) { slow(); return done.get(); }); // expect: async-blocking-call: 'slow' blocks
  (void)d.finally([] { slow(); });                                      // expect: async-blocking-call: 'slow' blocks
  (void)e.handle_exception([](std::exception_ptr) { slow(); });         // expect: async-blocking-call: 'slow' blocks
  (void)f.handle_exception_type([](std::exception &) { slow(); });      // expect: async-blocking-call: 'slow' blocks
}

future<int> unset(bool early) {
  promise<int> result; // expect: async-unfulfilled-promise: 'result' is not completed on every way to its end: whoever waits for it gets an error
  auto waiting = result.get_future();
  if (!early)
    result.set_value(1);
  return waiting;
}

void again(promise<int> a, promise<int> b, promise<int> c, promise<int> d) {
  a.set_value(1);
  a.set_value(2); // expect: async-unchecked-set-result: 'a' has been completed on the way here
  b.emplace_value(1);
  b.emplace_value(2); // expect: async-unchecked-set-result: 'b' has been completed on the way here
  c.set_exception(std::exception());
  c.set_exception(std::exception()); // expect: async-unchecked-set-result: 'c' has been completed
  d.set_to_current_exception();
  d.set_to_current_exception(); // expect: async-unchecked-set-result: 'd' has been completed
}

// What is made done throws nothing when it is awaited.
future<int> meanwhile(bool &go_on) {
  auto running = fetch();
  while (go_on)
    co_await make_ready_future<>();
  co_return co_await std::move(running);
}
future<int> meanwhile_working(bool &go_on) {
  auto running = fetch(); // expect: async-unretrieved-exception: 'running'
  while (go_on)
    co_await work();
  co_return co_await std::move(running);
}
