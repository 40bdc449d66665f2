// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tasks, their wrappers, groups, and moves to other executors.
#include <tmc/asio/ex_asio.hpp>
#include <tmc/aw_resume_on.hpp>
#include <tmc/ex_cpu.hpp>
#include <tmc/ex_cpu_st.hpp>
#include <tmc/fork_group.hpp>
#include <tmc/mutex.hpp>
#include <tmc/spawn.hpp>
#include <tmc/spawn_tuple.hpp>
#include <tmc/sync.hpp>

#include <cstdio>

tmc::task<int> fetch() { co_return 1; }
tmc::task<void> work() { co_return; }

tmc::task<int> dropped() {
  fetch();             // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited; it never runs and its frame leaks
                       // fix: co_await fetch();
  tmc::spawn(fetch()); // expect: async-unawaited-coroutine: 'tmc::spawn' is never awaited
                       // fix: co_await tmc::spawn(fetch());
  tmc::spawn_tuple(fetch(), fetch()); // expect: async-unawaited-coroutine: 'tmc::spawn_tuple' is never awaited
                                      // fix: co_await tmc::spawn_tuple(fetch(), fetch());
  tmc::spawn(work()).detach();
  tmc::yield(); // expect: async-unawaited-coroutine: 'tmc::yield' is never awaited
                // fix: co_await tmc::yield();
  co_await tmc::spawn(fetch());
  co_return co_await fetch();
}

tmc::task<int> forked(bool early) {
  tmc::spawn(fetch()).fork(); // expect: async-discarded-task: is dropped; nobody sees its end
                              // fix: co_await tmc::spawn(fetch()).fork();
  auto work_once = tmc::spawn(fetch());
  auto first = std::move(work_once).fork();
  co_await std::move(first);
  auto second = std::move(work_once).fork(); // expect: async-double-await: 'work_once'
  auto unused = tmc::spawn(fetch()).fork(); // expect: async-unawaited-coroutine: 'unused', which is never awaited
                                            // fix: auto unused = co_await tmc::spawn(fetch()).fork();
  auto running = tmc::spawn(fetch()).fork(); // known-missed: async-pending-task-destroyed: 'running'
  if (early)
    co_return 0;
  co_return co_await std::move(running);
}

tmc::task<void> groups(tmc::ex_cpu &executor) {
  auto group = tmc::fork_group();
  group.fork(work());
  co_await std::move(group);
  auto other = tmc::fork_group();
  other.fork(work()); // expect: async-pending-task-destroyed: 'other'
  auto elsewhere = tmc::fork_group();
  elsewhere.fork(work());
  co_await std::move(elsewhere).resume_on(executor);
  auto dropped = tmc::fork_group();
  dropped.fork(work()); // expect: async-pending-task-destroyed: 'dropped'
  std::move(dropped).resume_on(executor);
}

thread_local int counter;

tmc::task<void> moves(tmc::ex_cpu &other) {
  int &mine = counter;
  co_await tmc::resume_on(other);
  mine = 1; // expect: async-thread-affine-across-suspend: 'mine'
}

tmc::task<void> enters(tmc::ex_cpu &other) {
  int &mine = counter;
  auto scope = co_await tmc::enter(other);
  mine = 1; // expect: async-thread-affine-across-suspend: 'mine'
  co_await scope.exit();
}

tmc::task<void> stays(tmc::ex_cpu &other, tmc::mutex &mutex) {
  tmc::resume_on(other); // expect: async-unawaited-coroutine: 'tmc::resume_on' is never awaited
                         // fix: co_await tmc::resume_on(other);
  tmc::enter(other);     // expect: async-unawaited-coroutine: 'tmc::enter' is never awaited
                         // fix: co_await tmc::enter(other);
  auto scope = mutex.lock_scope(); // expect: async-unawaited-coroutine: 'scope', which is never awaited
  auto held = co_await mutex.lock_scope();
  co_await work();
}

tmc::task<void> waits(tmc::ex_cpu &other) {
  tmc::post_waitable(other, fetch()).get(); // expect: async-blocking-wait: 'std::future::get' blocks
  co_return;
}

// TMC_IMPL puts the library's own functions into a file of the program.
void tmc::ex_cpu::init() { std::fclose(std::fopen("cpus", "r")); }
void tmc::ex_cpu_st::init() { std::fclose(std::fopen("cpus", "r")); }
void tmc::ex_asio::init() { std::fclose(std::fopen("cpus", "r")); }

tmc::task<void> setsUp() {
  tmc::ex_cpu many;
  many.init();
  tmc::ex_cpu_st one;
  one.init();
  tmc::ex_asio network;
  network.init();
  co_await tmc::resume_on(many);
}

tmc::task<int> accepts();

tmc::task<void> groupsInALoop() {
  auto group = tmc::fork_group();
  while (co_await accepts() > 0) // a task that throws ends the program
    group.fork(work());
  co_await std::move(group);
}
