// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
// What the loop runs may neither block nor wait.
#include <unistd.h>

#include <kj/async.h>
#include <kj/mutex.h>
#include <kj/timer.h>

kj::Promise<int> fetch(int id);
kj::Promise<void> save(int value);

struct Server {
  kj::WaitScope &scope;

  kj::Promise<void> waits(const kj::Executor &other, kj::EventLoop &loop) {
    fetch(1).wait(scope); // expect: async-blocking-wait: runs an event loop inside this coroutine
                          // note: use co_await instead
    other.executeSync([] { return 1; }); // expect: async-blocking-wait: 'kj::Executor::executeSync' blocks
                                         // note: use co_await kj::Executor::executeAsync(...) instead
    loop.run(); // expect: async-blocking-wait: runs an event loop inside this coroutine
    co_await save(1);
  }

  kj::Promise<int> fibers() {
    return kj::startFiber(65536, [](kj::WaitScope &fiber) {
      sleep(1); // expect: async-blocking-call: blocks the event loop
      return fetch(1).wait(fiber);
    });
  }
};

kj::Promise<void> hints(kj::Timer &timer) {
  sleep(1); // expect: async-blocking-call: 'sleep' blocks
            // note: use co_await timer.afterDelay(...) instead
  co_await timer.afterDelay(kj::SECONDS);
  sync(); // expect: async-blocking-call: 'sync' blocks
          // note: use a kj::Thread and kj::newPromiseAndCrossThreadFulfiller() instead
}

kj::Promise<int> continuations() {
  return fetch(1)
      .then([](int n) {
        sleep(1); // expect: async-blocking-call: blocks the event loop that runs this callback
        return n;
      }, [](kj::Exception &&) {
        sleep(2); // expect: async-blocking-call: blocks the event loop that runs this callback
        return 0;
      })
      .catch_([](kj::Exception &&) {
        sleep(3); // expect: async-blocking-call: blocks the event loop that runs this callback
        return 0;
      })
      .eagerlyEvaluate([](kj::Exception &&) {
        sleep(4); // expect: async-blocking-call: blocks the event loop that runs this callback
        return 0;
      });
}

void background() {
  save(1).detach([](kj::Exception &&) {
    sleep(1); // expect: async-blocking-call: blocks the event loop that runs this callback
  });
}

kj::Promise<void> evaluated(const kj::Executor &other) {
  co_await kj::evalLater([] {
    sleep(1); // expect: async-blocking-call: blocks the event loop that runs this callback
    return save(1);
  });
  co_await kj::evalLast([] {
    sleep(2); // expect: async-blocking-call: blocks the event loop that runs this callback
    return save(2);
  });
  co_await kj::evalNow([] {
    sleep(3); // expect: async-blocking-call: blocks the event loop that runs this callback
    return save(3);
  });
  co_await other.executeAsync([] {
    sleep(4); // expect: async-blocking-call: blocks the event loop that runs this callback
    return save(4);
  });
}

kj::Promise<void> locks(kj::MutexGuarded<int> &guarded) {
  int n = *guarded.lockShared(); // expect: async-blocking-call: blocks
  guarded.when([](int value) { return value > 0; }, [](int &value) { return value; }); // expect: async-blocking-call: blocks
  auto locked = guarded.lockExclusive(); // expect: async-blocking-call: blocks
  locked.wait([](int value) { return value > 0; }); // expect: async-blocking-call: blocks
  co_await save(n); // expect: async-lock-across-suspend: 'locked'
  locked.release();
  co_await save(n);
}
