// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What blocks in a task, tokens, and other threads.
// checks: async-unforwarded-cancellation
#include <exec/static_thread_pool.hpp>
#include <exec/task.hpp>

#include <chrono>
#include <thread>

using namespace stdexec;

exec::task<int> fetch() { co_return 1; }
exec::task<int> ask(int question, inplace_stop_token token = {});

exec::task<void> blocking(run_loop &loop) {
  sync_wait(fetch());              // expect: async-blocking-wait: 'stdexec::sync_wait' blocks
                                   // note: use co_await the sender instead
  sync_wait_with_variant(fetch()); // expect: async-blocking-wait: 'stdexec::sync_wait_with_variant' blocks
  loop.run();                      // expect: async-blocking-wait: runs an event loop inside
  std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
                                                        // note: use co_await exec::schedule_after(scheduler, ...) instead
  co_return;
}

int main() { sync_wait(fetch()); }

exec::task<void> elsewhere(exec::static_thread_pool &pool) {
  co_await exec::reschedule_coroutine_on(pool.get_scheduler());
  std::this_thread::sleep_for(std::chrono::seconds(1)); // on a thread of the pool
}

thread_local int counter;

exec::task<void> moves(exec::static_thread_pool &pool) {
  int &mine = counter;
  co_await exec::reschedule_coroutine_on(pool.get_scheduler());
  mine = 1; // expect: async-thread-affine-across-suspend: 'mine'
}

exec::task<void> stays(exec::static_thread_pool &pool) {
  exec::reschedule_coroutine_on(pool.get_scheduler()); // expect: async-unawaited-coroutine: reschedule_coroutine_on' is never awaited
                                                       // fix: co_await exec::reschedule_coroutine_on(pool.get_scheduler());
  co_return;
}

exec::task<int> forwarded(inplace_stop_token token) {
  int first = co_await ask(1, token);
  co_return first + co_await ask(2); // expect: async-unforwarded-cancellation: without the token 'token'
}
