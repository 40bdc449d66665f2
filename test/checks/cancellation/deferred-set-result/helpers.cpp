// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Completions through functions that are defined here.
#include <aio/aio.h>

#include <stdexcept>
#include <vector>

void log(const char *text);
void finish(aio::Future<int> future) { future.set_result(1); }
void finishBelow(const aio::Future<int> &future, const char *text) {
  log(text);
  finish(future);
}
void fail(const aio::Future<int> &future) { future.set_exception(std::runtime_error("failed")); }
void finishIfWanted(aio::Future<int> future) {
  if (!future.done())
    future.set_result(1);
}
void finishElsewhere(aio::Future<int> future);

void flagged(aio::EventLoop &loop, aio::Future<int> future, aio::Future<int> other, bool good) {
  loop.call_soon([future] { finish(future); }); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
  loop.call_later(1, [future] { finishBelow(future, "late"); }); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
  loop.call_at(loop.time() + 1, [&] { fail(future); }); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_exception' fails if it was
  loop.call_soon([future, good] {
    if (good)
      finish(future); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
    else
      fail(future); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_exception' fails if it was
  });
  other.add_done_callback([future](aio::Future<int>) { finish(future); }); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
  loop.call_soon_threadsafe([future] {
    log("from elsewhere");
    finish(future); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
  });
  loop.call_soon([future, good] {
    switch (good) {
    case true:
      future.set_result(1); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
                            // fix: if (!future.done()) future.set_result(1);
      break;
    case false:
      log("bad");
    }
  });
  loop.call_soon([future = other] { future.set_result(1); }); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
                                                              // fix: loop.call_soon([future = other] { if (!future.done()) future.set_result(1); });
  loop.call_soon([futures = std::vector<int>{1}, future]() mutable {
    for (int value : futures)
      if (value == 1) {
        future.set_result(value); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
                                  // fix: if (!future.done()) future.set_result(value);
        return;
      }
  });
}

struct Request {
  int answer = 0;
};

void flaggedInMoreShapes(aio::EventLoop &loop, aio::Future<int> future, aio::Future<int> other,
                         Request *request) {
  loop.call_soon([future, request] {
    if (request)
      future.set_result(request->answer); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
      // fix: if (!future.done()) future.set_result(request->answer);
  });
  loop.call_soon([future] {
    try {
      log("may throw");
    } catch (...) {
      log("it did");
    }
    future.set_exception(std::runtime_error("failed")); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_exception' fails if it was
                                                        // fix: if (!future.done()) future.set_exception(std::runtime_error("failed"));
  });
  loop.call_soon([future, other] {
    if (!other.done())
      future.set_result(1); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
      // fix: if (!future.done()) future.set_result(1);
  });
  loop.call_soon([future, request] {
    if (!request)
      return;
    auto [answer] = *request;
    future.set_result(answer); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
    // fix: if (!future.done()) future.set_result(answer);
  });
  loop.call_later(1, [&future, request]() mutable {
    do {
      ++request->answer;
    } while (request->answer < 3);
    finishBelow(future, "late"); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
  });
  loop.call_at(loop.time() + 1, [future, request] {
    log(request ? "asked" : "lost");
    if (request && request->answer > 0)
      finishIfWanted(future);
    else
      fail(future); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_exception' fails if it was
  });
  other.add_done_callback([future, request](const aio::Future<int> &done) {
    if (done.cancelled())
      return;
    future.set_result(request->answer); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
    // fix: if (!future.done()) future.set_result(request->answer);
  });
}

void clean(aio::EventLoop &loop, aio::Future<int> future, aio::Future<int> other, bool good) {
  loop.call_soon([future] { finishIfWanted(future); });
  loop.call_soon([future] { finishElsewhere(future); });
  loop.call_soon([future] {
    if (!future.done())
      finish(future);
  });
  loop.call_soon([future] {
    try {
      finish(future);
    } catch (const aio::InvalidStateError &) {
      log("too late");
    }
  });
  loop.call_soon([future, good] {
    if (future.done() || !good)
      return;
    finish(future);
  });
  other.add_done_callback([](aio::Future<int> done) { log(done.cancelled() ? "cancelled" : "done"); });
  loop.call_soon([&loop] {
    auto mine = loop.create_future<int>();
    finish(mine);
  });
  loop.call_soon([future] { !future.done() ? finish(future) : log("done"); });
  loop.call_soon([future] {
    const bool done = future.done();
    if (!done)
      fail(future);
  });
  auto now = [future] { finish(future); };
  now();
  loop.call_soon([future] { log(future.done() ? "done" : "pending"); });
  loop.call_soon([future] {
    while (!future.done())
      future.set_result(1);
  });
}
