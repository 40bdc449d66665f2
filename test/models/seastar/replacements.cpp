// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a coroutine on a reactor uses instead of blocking; tokens are passed on.
// options: async-blocking-call.Mutexes=true
// checks: async-unforwarded-cancellation
#include <seastar/core/coroutine.hh>
#include <seastar/core/sleep.hh>

#include <cstdlib>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

using namespace seastar;

future<> blocking(std::mutex &mutex, std::condition_variable &condition) {
  std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
                                                        // note: use co_await seastar::sleep(...) instead
  std::ifstream file("a");                              // expect: async-blocking-call: blocks the event loop
                                                        // note: use seastar::open_file_dma(...) and its streams instead
  std::unique_lock lock(mutex);                         // expect: async-blocking-call: blocks the event loop
                                                        // note: seastar::semaphore
  condition.wait(lock);                                 // expect: async-blocking-call: blocks the event loop
                                                        // note: seastar::condition_variable
  std::system("ls");                                    // expect: async-blocking-call: blocks the event loop
                                                        // note: use a thread outside of Seastar
  co_return;
}

future<> forwarded(abort_source &stop) {
  co_await sleep_abortable(std::chrono::seconds(1), stop);
  co_await sleep_abortable(std::chrono::seconds(1)); // expect: async-unforwarded-cancellation: without the token 'stop'
}
