// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: error: Exception in callback
#include <aio/aio.h>

#include <functional>
#include <stdexcept>

aio::Coroutine<int> slow(aio::EventLoop &loop) {
  auto future = loop.create_future<int>();
  loop.call_later(0.01, [future] {
    future.set_result(1); // expect: async-deferred-set-result: 'future' may have been cancelled by the time this callback runs; 'aio::Future::set_result' fails if it was
                          // note: it is scheduled here, with 'aio::EventLoop::call_later'
                          // fix: if (!future.done()) future.set_result(1);
  });
  co_return co_await future;
}

void soon(aio::EventLoop &loop, aio::Future<int> future) {
  loop.call_soon([future] { future.set_result(1); }); // expect: async-deferred-set-result: by the time this callback runs
                                                      // fix: loop.call_soon([future] { if (!future.done()) future.set_result(1); });
  loop.call_soon([&] {
    future.set_exception(std::runtime_error("failed")); // expect: async-deferred-set-result: 'aio::Future::set_exception' fails
                                                        // fix: if (!future.done()) future.set_exception(std::runtime_error("failed"));
  });
  loop.call_at(loop.time() + 1, [future] {
    future.set_result(1); // expect: async-deferred-set-result: by the time this callback runs
                          // fix: if (!future.done()) future.set_result(1);
  });
  loop.call_soon_threadsafe([future] {
    future.set_result(1); // expect: async-deferred-set-result: by the time this callback runs
                          // fix: if (!future.done()) future.set_result(1);
  });
}

void whenAnotherIsDone(aio::Future<int> source, aio::Future<int> target) {
  source.add_done_callback([target](aio::Future<int> done) {
    target.set_result(done.result()); // expect: async-deferred-set-result: 'target' may have been cancelled
                                      // fix: if (!target.done()) target.set_result(done.result());
  });
}

void onOneWay(aio::EventLoop &loop, aio::Future<int> future, bool careful) {
  loop.call_soon([=] {
    if (careful && future.done())
      return;
    future.set_result(1); // expect: async-deferred-set-result: 'future' may have been cancelled
                          // fix: if (!future.done()) future.set_result(1);
  });
  auto named = [future] {
    future.set_result(2); // expect: async-deferred-set-result: 'future' may have been cancelled
                          // fix: if (!future.done()) future.set_result(2);
  };
  loop.call_soon(named);
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto task = aio::create_task(slow(loop));
  co_await aio::sleep(0);
  task.cancel();
  co_await aio::sleep(0.02);
}

int main() { aio::run(program()); }
