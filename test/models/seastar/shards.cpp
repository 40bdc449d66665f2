// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Other shards, threads outside, and where callables run.
#include <seastar/core/alien.hh>
#include <seastar/core/app-template.hh>
#include <seastar/core/coroutine.hh>
#include <seastar/core/do_with.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/loop.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/sharded.hh>
#include <seastar/core/sleep.hh>
#include <seastar/core/timer.hh>
#include <seastar/core/with_scheduling_group.hh>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>
#include <vector>

using namespace seastar;

struct service {
  future<> stop();
};

future<> foreign(sharded<service> &services) {
  std::vector<int> seen;
  co_await smp::submit_to(1, [&] { seen.push_back(1); }); // expect: async-cross-thread-call: 'seen' is changed on another loop
  std::vector<int> all;
  co_await smp::invoke_on_all([&] { all.clear(); }); // expect: async-cross-thread-call: 'all' is changed on another loop
  std::vector<int> others;
  co_await smp::invoke_on_others(0, [&] { others.clear(); }); // expect: async-cross-thread-call: 'others' is changed
  std::vector<int> one;
  co_await services.invoke_on(1, [&](service &) { one.clear(); }); // expect: async-cross-thread-call: 'one' is changed
  std::vector<int> each;
  co_await services.invoke_on_all([&](service &) { each.clear(); }); // expect: async-cross-thread-call: 'each' is changed
  std::vector<int> rest;
  co_await services.invoke_on_others([&](service &) { rest.clear(); }); // expect: async-cross-thread-call: 'rest' is changed
  int count = co_await smp::submit_to(1, [] { return 1; });
  seen.push_back(count);
}

void slow() { std::this_thread::sleep_for(std::chrono::seconds(1)); }

future<> callables(gate &gate, semaphore &limit, std::vector<int> &items, timer<int> &timer, alien::instance &instance,
                   scheduling_group group) {
  co_await repeat([] { slow(); return stop_iteration::yes; });        // expect: async-blocking-call: 'slow' blocks
  co_await do_until([] { slow(); return true; }, [] { return make_ready_future<>(); }); // expect: async-blocking-call: 'slow' blocks
  co_await do_for_each(items, [](int) { slow(); });                   // expect: async-blocking-call: 'slow' blocks
  co_await with_gate(gate, [] { slow(); });                           // expect: async-blocking-call: 'slow' blocks
  co_await try_with_gate(gate, [] { slow(); });                       // expect: async-blocking-call: 'slow' blocks
  co_await with_semaphore(limit, 1, [] { slow(); });                  // expect: async-blocking-call: 'slow' blocks
  co_await with_lock(limit, [] { slow(); });                          // expect: async-blocking-call: 'slow' blocks
  co_await with_scheduling_group(group, [] { slow(); });              // expect: async-blocking-call: 'slow' blocks
  timer.set_callback([] { slow(); });                                 // expect: async-blocking-call: 'slow' blocks
  seastar::timer<int> other([] { slow(); });                          // expect: async-blocking-call: 'slow' blocks
  alien::run_on(instance, 0, []() noexcept { slow(); });              // expect: async-blocking-call: 'slow' blocks
  co_await do_with(1, [](int &) { return make_ready_future<>(); });
  co_await parallel_for_each(items, [](int) {
    slow(); // expect: async-blocking-call: 'slow' blocks
    return make_ready_future<>();
  });
}

void outside(alien::instance &instance) {
  alien::submit_to(instance, 0, [] { slow(); }).get(); // expect: async-blocking-call: 'slow' blocks
}

int main(int argc, char **argv) {
  app_template app;
  return app.run_deprecated(argc, argv, [] { slow(); }); // expect: async-blocking-call: 'slow' blocks
}
