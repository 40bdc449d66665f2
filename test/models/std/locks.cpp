// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
// Locks belong to a thread, and whoever waits for one blocks it.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>

#include "../../mocks/job.h"

using namespace std::chrono_literals;

Job next();

template <class Mutex> using Later = std::unique_lock<Mutex>;

Job locked(std::mutex &a, std::recursive_mutex &b, std::timed_mutex &c,
           std::recursive_timed_mutex &d, std::shared_mutex &e, std::shared_timed_mutex &f) {
  a.lock(); // expect: async-blocking-call: 'std::mutex::lock' blocks
  b.lock(); // expect: async-blocking-call: 'std::recursive_mutex::lock' blocks
  c.lock(); // expect: async-blocking-call: 'std::timed_mutex::lock' blocks
  d.lock(); // expect: async-blocking-call: 'std::recursive_timed_mutex::lock' blocks
  e.lock(); // expect: async-blocking-call: 'std::shared_mutex::lock' blocks
  e.lock_shared(); // expect: async-blocking-call: 'std::shared_mutex::lock_shared' blocks
  f.lock(); // expect: async-blocking-call: 'std::shared_timed_mutex::lock' blocks
  f.lock_shared(); // expect: async-blocking-call: 'std::shared_timed_mutex::lock_shared' blocks
  co_return;
}

Job tried(std::timed_mutex &a, std::recursive_timed_mutex &b, std::shared_timed_mutex &c) {
  (void)a.try_lock_for(1s); // expect: async-blocking-call: blocks the event loop
  (void)b.try_lock_for(1s); // expect: async-blocking-call: blocks the event loop
  (void)c.try_lock_for(1s); // expect: async-blocking-call: blocks the event loop
  (void)c.try_lock_shared_for(1s); // expect: async-blocking-call: blocks the event loop
  (void)a.try_lock_for(0s);
  (void)a.try_lock();
  co_return;
}

Job guards(std::mutex &a, std::timed_mutex &b, std::shared_timed_mutex &c) {
  {
    std::lock_guard guard(a); // expect: async-blocking-call: blocks the event loop
    co_await next(); // expect: async-lock-across-suspend: 'guard'
  }
  {
    std::unique_lock guard(a); // expect: async-blocking-call: blocks the event loop
    co_await next(); // expect: async-lock-across-suspend: 'guard'
  }
  {
    std::scoped_lock guard(a, b); // expect: async-blocking-call: blocks the event loop
    co_await next(); // expect: async-lock-across-suspend: 'guard'
  }
  std::shared_lock guard(c); // expect: async-blocking-call: blocks the event loop
  co_await next(); // expect: async-lock-across-suspend: 'guard'
}

Job guardsLater(std::mutex &a, std::timed_mutex &b, std::shared_timed_mutex &c) {
  std::unique_lock plain(a, std::defer_lock);
  plain.lock(); // expect: async-blocking-call: blocks the event loop
  std::lock_guard adopted(b, std::adopt_lock);
  std::unique_lock tried(b, std::try_to_lock);
  std::unique_lock timed(b, std::defer_lock);
  (void)timed.try_lock_for(1s); // expect: async-blocking-call: blocks the event loop
  std::shared_lock shared(c, std::defer_lock);
  shared.lock(); // expect: async-blocking-call: blocks the event loop
  (void)shared.try_lock_for(1s); // expect: async-blocking-call: blocks the event loop
  std::lock(a, b); // expect: async-blocking-call: 'std::lock' blocks
  co_return;
}

Job byHand(std::mutex &a, std::recursive_mutex &b, std::timed_mutex &c,
           std::recursive_timed_mutex &d, std::shared_mutex &e, std::shared_timed_mutex &f) {
  a.lock(); // expect: async-blocking-call: blocks the event loop
  co_await next(); // expect: async-lock-across-suspend: 'a'
  a.unlock();
  b.lock(); // expect: async-blocking-call: blocks the event loop
  co_await next(); // expect: async-lock-across-suspend: 'b'
  b.unlock();
  c.lock(); // expect: async-blocking-call: blocks the event loop
  co_await next(); // expect: async-lock-across-suspend: 'c'
  c.unlock();
  d.lock(); // expect: async-blocking-call: blocks the event loop
  co_await next(); // expect: async-lock-across-suspend: 'd'
  d.unlock();
  e.lock(); // expect: async-blocking-call: blocks the event loop
  co_await next(); // expect: async-lock-across-suspend: 'e'
  e.unlock();
  f.lock(); // expect: async-blocking-call: blocks the event loop
  co_await next(); // expect: async-lock-across-suspend: 'f'
  f.unlock();
}

Job semaphores(std::counting_semaphore<2> &some, std::binary_semaphore &one) {
  some.acquire(); // expect: async-blocking-call: blocks the event loop
  one.acquire(); // expect: async-blocking-call: blocks the event loop
  (void)some.try_acquire_for(1s); // expect: async-blocking-call: blocks the event loop
  (void)some.try_acquire_for(0s);
  (void)some.try_acquire_until(std::chrono::steady_clock::now() + 1s); // expect: async-blocking-call: blocks the event loop
  (void)some.try_acquire();
  some.release();
  co_return;
}

struct [[clang::annotate("asynctidy::loop_bound")]] Connection {
  void send();
};

// Whoever uses the object on the loop may hold the lock, too.
struct Shared {
  Connection connection;
  std::mutex a;
  std::recursive_mutex b;
  std::timed_mutex c;
  std::recursive_timed_mutex d;
  std::shared_mutex e;
  std::shared_timed_mutex f;

  void unlocked() {
    std::thread([this] { connection.send(); }).detach(); // expect: async-cross-thread-call: 'Connection::send' is called off the thread
  }
  void locked() {
    std::thread([this] { a.lock(); connection.send(); a.unlock(); }).detach();
    std::thread([this] { b.lock(); connection.send(); b.unlock(); }).detach();
    std::thread([this] { c.lock(); connection.send(); c.unlock(); }).detach();
    std::thread([this] { d.lock(); connection.send(); d.unlock(); }).detach();
    std::thread([this] { e.lock(); connection.send(); e.unlock(); }).detach();
    std::thread([this] { f.lock(); connection.send(); f.unlock(); }).detach();
    std::thread([this] { std::shared_lock guard(e); connection.send(); }).detach();
  }
};
