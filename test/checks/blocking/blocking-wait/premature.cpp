// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// result() does not wait: read at once, there is none.
#include <aio/aio.h>

#include <map>
#include <optional>
#include <utility>
#include <vector>

aio::Coroutine<int> fetch();
aio::Coroutine<void> step();
void keep(aio::Task<int> task);
void log(int value);
void complete(aio::Future<int> &future);

aio::Coroutine<int> atOnce() {
  const auto task = aio::create_task(fetch());
  co_return task.result(); // expect: async-blocking-wait: 'aio::Task::result' does not wait, and there is no result yet
                           // note: the work is started here
                           // note: await it
}

aio::Coroutine<int> inOneExpression() {
  co_return aio::create_task(fetch()).result(); // expect: async-blocking-wait: does not wait, and there is no result yet
}

aio::Coroutine<void> onOneWay(bool quick) {
  auto task = aio::get_running_loop().create_task(fetch());
  if (!quick)
    co_await step();
  log(task.result()); // expect: async-blocking-wait: there is no result yet
}

aio::Coroutine<bool> error() {
  auto task = aio::create_task(fetch());
  co_return task.exception() != nullptr; // expect: async-blocking-wait: 'aio::Task::exception' does not wait
}

aio::Coroutine<int> future() {
  auto future = aio::get_running_loop().create_future<int>();
  co_return future.result(); // expect: async-blocking-wait: there is no result yet
}

aio::Coroutine<int> inAThread() {
  auto task = aio::get_running_loop().run_in_executor([] { return 1; });
  co_return task.result(); // expect: async-blocking-wait: there is no result yet
}

aio::Coroutine<int> cancelledFirst() {
  auto task = aio::create_task(fetch());
  task.cancel();
  co_return task.result(); // expect: async-blocking-wait: there is no result yet
}

void callback() {
  aio::get_running_loop().call_soon([] {
    auto task = aio::create_task(fetch());
    log(task.result()); // expect: async-blocking-wait: before this callback lets the event loop go on
  });
}

// Silent.

aio::Coroutine<int> awaited() {
  auto task = aio::create_task(fetch());
  co_await task;
  co_return task.result();
}

aio::Coroutine<int> later() {
  auto task = aio::create_task(fetch());
  co_await aio::sleep(1);
  co_return task.result();
}

aio::Coroutine<int> waitedFor() {
  auto task = aio::create_task(fetch());
  co_await aio::wait({.timeout = 1}, task);
  co_return task.result();
}

aio::Coroutine<int> asked() {
  auto task = aio::create_task(fetch());
  if (task.done())
    co_return task.result();
  co_return co_await task;
}

aio::Coroutine<int> handled() {
  auto task = aio::create_task(fetch());
  try {
    co_return task.result();
  } catch (const aio::InvalidStateError &) {
  }
  co_return co_await task;
}

aio::Coroutine<int> completed() {
  auto future = aio::get_running_loop().create_future<int>();
  future.set_result(1);
  co_return future.result();
}

aio::Coroutine<int> completedByAnother() {
  auto future = aio::get_running_loop().create_future<int>();
  complete(future);
  co_return future.result();
}

aio::Coroutine<int> given(aio::Task<int> task) { co_return task.result(); }

class Tasks {
public:
  aio::Coroutine<int> first() { co_return tasks_.front().result(); }

private:
  std::vector<aio::Task<int>> tasks_;
};

aio::Coroutine<int> callbackOfItsOwn() {
  auto task = aio::create_task(fetch());
  task.add_done_callback([](auto done) { log(done.result()); });
  co_return co_await task;
}

int outside() {
  aio::EventLoop loop;
  auto task = loop.create_task(fetch());
  loop.run_until_complete(task);
  const int result = task.result();
  loop.close();
  return result;
}
