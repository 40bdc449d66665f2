// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// trantor's loops run callbacks, its task queues run what may block.
#include <unistd.h>

#include <drogon/drogon.h>
#include <trantor/net/EventLoopThreadPool.h>
#include <trantor/utils/SerialTaskQueue.h>

void callbacks(trantor::EventLoop &loop, const trantor::Date &date) {
  loop.runInLoop([] { sleep(1); }); // expect: async-blocking-call: blocks the event loop that runs this callback
  loop.queueInLoop([] { sleep(1); }); // expect: async-blocking-call: blocks the event loop that runs this callback
  loop.runAfter(1.0, [] { sleep(1); }); // expect: async-blocking-call: blocks the event loop that runs this callback
  loop.runEvery(1.0, [] { sleep(1); }); // expect: async-blocking-call: blocks the event loop that runs this callback
  loop.runAt(date, [] { sleep(1); }); // expect: async-blocking-call: blocks the event loop that runs this callback
}

struct Poller {
  trantor::EventLoop *loop;
  trantor::Channel *channel;

  void offLoop(trantor::ConcurrentTaskQueue &queue) {
    queue.runTaskInQueue([this] {
      sleep(1);
      loop->updateChannel(channel); // expect: async-cross-thread-call: is called off the thread of its event loop
                                    // note: use loop.runInLoop([...] { ... }) instead
      loop->removeChannel(channel); // expect: async-cross-thread-call: is called off the thread of its event loop
      loop->queueInLoop([this] { loop->updateChannel(channel); });
    });
  }

  void synchronously(trantor::SerialTaskQueue &queue) {
    queue.syncTaskInQueue([this] {
      loop->updateChannel(channel); // expect: async-cross-thread-call: is called off the thread of its event loop
    });
  }
};

drogon::Task<> waits(trantor::SerialTaskQueue &serial, trantor::ConcurrentTaskQueue &concurrent,
                     trantor::EventLoopThread &thread, trantor::EventLoopThreadPool &pool) {
  concurrent.syncTaskInQueue([] {}); // expect: async-blocking-wait: blocks the event loop
                                     // note: use runTaskInQueue() instead
  serial.waitAllTasksFinished(); // expect: async-blocking-wait: blocks the event loop
  thread.wait(); // expect: async-blocking-wait: blocks the event loop that runs this coroutine until the thread ends
  pool.wait(); // expect: async-blocking-wait: blocks the event loop that runs this coroutine until the thread ends
  co_return;
}
