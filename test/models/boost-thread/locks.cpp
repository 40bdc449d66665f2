// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
// Locks belong to a thread, and whoever waits for one blocks it.
#include <aio/aio.h>
#include <boost/thread.hpp>

aio::Coroutine<void> next();

aio::Coroutine<void> locked(boost::mutex &a, boost::recursive_mutex &b, boost::timed_mutex &c,
                            boost::shared_mutex &d) {
  a.lock();         // expect: async-blocking-call: 'boost::mutex::lock' blocks
  co_await next();  // expect: async-lock-across-suspend: 'a'
  a.unlock();
  b.lock();         // expect: async-blocking-call: 'boost::recursive_mutex::lock' blocks
  co_await next();  // expect: async-lock-across-suspend: 'b'
  b.unlock();
  c.lock();         // expect: async-blocking-call: 'boost::timed_mutex::lock' blocks
  co_await next();  // expect: async-lock-across-suspend: 'c'
  c.unlock();
  d.lock();         // expect: async-blocking-call: 'boost::shared_mutex::lock' blocks
  co_await next();  // expect: async-lock-across-suspend: 'd'
  d.unlock();
  d.lock_shared();  // expect: async-blocking-call: 'boost::shared_mutex::lock_shared' blocks
  d.unlock_shared();
}

aio::Coroutine<void> guards(boost::mutex &a, boost::shared_mutex &b) {
  {
    boost::lock_guard<boost::mutex> guard(a);    // expect: async-blocking-call: 'boost::lock_guard' blocks
    co_await next();                             // expect: async-lock-across-suspend: 'guard'
  }
  {
    boost::unique_lock<boost::mutex> guard(a);   // expect: async-blocking-call: 'boost::unique_lock' blocks
    co_await next();                             // expect: async-lock-across-suspend: 'guard'
  }
  boost::shared_lock<boost::shared_mutex> guard(b);  // expect: async-blocking-call: 'boost::shared_lock' blocks
  co_await next();                                   // expect: async-lock-across-suspend: 'guard'
}

aio::Coroutine<void> later(boost::mutex &a, boost::shared_mutex &b) {
  boost::lock_guard<boost::mutex> adopted(a, boost::adopt_lock);
  boost::unique_lock<boost::mutex> tried(a, boost::try_to_lock);
  boost::unique_lock<boost::mutex> deferred(a, boost::defer_lock);
  deferred.lock();  // expect: async-blocking-call: 'boost::unique_lock::lock' blocks
  boost::shared_lock<boost::shared_mutex> shared(b, boost::defer_lock);
  shared.lock();    // expect: async-blocking-call: 'boost::shared_lock::lock' blocks
  co_return;
}

struct [[clang::annotate("asynctidy::loop_bound")]] Connection {
  void send();
};

// Whoever uses the object on the loop may hold the lock, too.
struct Shared {
  Connection connection;
  boost::mutex a;
  boost::recursive_mutex b;
  boost::timed_mutex c;

  void unlocked() {
    boost::thread([this] { connection.send(); }).detach();  // expect: async-cross-thread-call: 'Connection::send' is called off the thread
  }
  void locked() {
    boost::thread([this] { a.lock(); connection.send(); a.unlock(); }).detach();
    boost::thread([this] { b.lock(); connection.send(); b.unlock(); }).detach();
    boost::thread([this] { c.lock(); connection.send(); c.unlock(); }).detach();
  }
};
