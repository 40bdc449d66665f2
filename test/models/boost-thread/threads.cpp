// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Threads run what they are given; whoever waits for them waits.
#include <aio/aio.h>
#include <boost/thread.hpp>

#include <chrono>
#include <vector>

aio::Coroutine<void> work();

aio::Coroutine<void> waits(boost::thread &thread, boost::thread &other, boost::thread &third,
                           boost::thread_group &group, boost::posix_time::ptime until) {
  thread.join();                                 // expect: async-blocking-wait: 'boost::thread::join' blocks
  other.timed_join(until);                       // expect: async-blocking-wait: 'boost::thread::timed_join' blocks
  third.try_join_for(std::chrono::seconds(1));   // expect: async-blocking-wait: 'boost::thread::try_join_for' blocks
  group.join_all();                              // expect: async-blocking-wait: 'boost::thread_group::join_all' blocks
  co_return;
}

aio::Coroutine<void> asks(boost::thread &thread) {
  thread.try_join_for(std::chrono::seconds(0));
  co_return;
}

aio::Coroutine<void> sleeps(boost::posix_time::ptime until) {
  boost::this_thread::sleep_for(std::chrono::seconds(1));                // expect: async-blocking-call: 'boost::this_thread::sleep_for' blocks
  boost::this_thread::sleep_until(std::chrono::steady_clock::now());     // expect: async-blocking-call: 'boost::this_thread::sleep_until' blocks
  boost::this_thread::sleep(until);                                      // expect: async-blocking-call: 'boost::this_thread::sleep' blocks
  co_return;
}

aio::Coroutine<void> conditions(boost::unique_lock<boost::mutex> &lock,
                                boost::condition_variable &one,
                                boost::condition_variable_any &any) {
  one.wait(lock);  // expect: async-blocking-call: 'boost::condition_variable::wait' blocks
  any.wait(lock);  // expect: async-blocking-call: 'boost::condition_variable_any::wait' blocks
  co_return;
}

void coroutines() {
  boost::thread([] { return work(); }).detach();  // expect: async-void-callback: its body never runs
}

// Several threads are what makes a pool.
struct Pool {
  aio::Coroutine<void> schedule();
  std::vector<boost::thread> threads;
};
struct JoiningPool {
  aio::Coroutine<void> schedule();
  std::vector<boost::scoped_thread<>> threads;
};

thread_local int counter;

aio::Coroutine<void> moved(Pool &pool) {
  int &count = counter;
  co_await pool.schedule();
  ++count;  // expect: async-thread-affine-across-suspend: 'count' still refers to 'counter'
}

aio::Coroutine<void> movedToo(JoiningPool &pool) {
  int &count = counter;
  co_await pool.schedule();
  ++count;  // expect: async-thread-affine-across-suspend: 'count' still refers to 'counter'
}
