// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Promises and what belongs to them stay on their thread; an executor or a cross-thread fulfiller
// is what another one is given.
#include <unistd.h>

#include <kj/async.h>
#include <kj/thread.h>

kj::Promise<void> save(int value);

struct Server {
  kj::TaskSet tasks;
  kj::Canceler canceler;
  kj::Own<kj::PromiseFulfiller<void>> fulfiller;
  kj::Own<kj::CrossThreadPromiseFulfiller<int>> other;

  void start(kj::Exception error) {
    kj::Thread([this, error]() mutable {
      sleep(1);
      fulfiller->fulfill(); // expect: async-cross-thread-call: is called off the thread of its event loop
                            // note: use kj::newPromiseAndCrossThreadFulfiller()
      fulfiller->reject(kj::mv(error)); // expect: async-cross-thread-call: is called off the thread of its event loop
      tasks.add(save(1)); // expect: async-cross-thread-call: is called off the thread of its event loop
      canceler.cancel("late"); // expect: async-cross-thread-call: is called off the thread of its event loop
    }).detach();
  }

  void startRight(const kj::Executor &loop, kj::Exception error) {
    kj::Thread([this, error, &loop]() mutable {
      sleep(1);
      other->fulfill(1);
      other->reject(kj::mv(error));
      loop.executeSync([this] { tasks.add(save(1)); });
    }).detach();
  }
};

// A thread with a loop of its own.
void ownLoop() {
  kj::Thread([] {
    kj::EventLoop loop;
    kj::WaitScope scope(loop);
    auto pair = kj::newPromiseAndFulfiller<void>();
    pair.fulfiller->fulfill();
    pair.promise.wait(scope);
  }).detach();
}
