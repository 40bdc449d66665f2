// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <future>
#include <stdexcept>
#include <utility>
#include <vector>

aio::Coroutine<int> compute();
void log(const char *text);

aio::Coroutine<void> checked(aio::Future<int> future) {
  const int value = co_await compute();
  if (!future.done())
    future.set_result(value);
}

aio::Coroutine<void> checkedBefore(aio::Future<int> future) {
  const int value = co_await compute();
  if (future.cancelled())
    co_return;
  future.set_result(value);
}

aio::Coroutine<void> otherForms(aio::Future<int> a, aio::Future<int> b, aio::Future<int> c,
                                aio::Future<int> d, bool careful) {
  co_await aio::sleep(1);
  if (careful && !a.done())
    a.set_result(1);
  if (b.done() || !careful)
    co_return;
  b.set_result(1);
  const bool finished = c.done();
  if (!finished)
    c.set_result(1);
  !d.done() ? d.set_result(1) : log("done");
}

aio::Coroutine<void> withoutASuspension(aio::Future<int> future) {
  future.set_result(1);
  co_await aio::sleep(1);
}

/// The caller knows.
void plain(aio::Future<int> future) { future.set_result(1); }

aio::Coroutine<int> ofItsOwn() {
  auto future = aio::get_running_loop().create_future<int>();
  co_await aio::sleep(1);
  future.set_result(1);
  co_return co_await future;
}

aio::Coroutine<void> sharedAndSetAtOnce(std::vector<aio::Future<int>> &waiters) {
  auto future = aio::get_running_loop().create_future<int>();
  waiters.push_back(future);
  future.set_result(1);
  co_await aio::sleep(1);
}

aio::Coroutine<void> handled(aio::Future<int> future) {
  co_await aio::sleep(1);
  try {
    future.set_result(1);
  } catch (const aio::InvalidStateError &) {
    log("cancelled meanwhile");
  }
}

struct Waiter {
  aio::Future<int> future;
};

aio::Coroutine<void> ofAMember(Waiter &waiter) {
  co_await aio::sleep(1);
  if (!waiter.future.done())
    waiter.future.set_result(1);
}

aio::Coroutine<void> anotherOne(aio::Future<int> future, bool first) {
  future.set_result(1);
  future = aio::get_running_loop().create_future<int>();
  future.set_result(2);
  co_await aio::sleep(1);
}

void eitherOr(aio::Future<int> future, bool good) {
  if (good)
    future.set_result(1);
  else
    future.set_exception(std::runtime_error("bad"));
}

void eachOfAList(std::vector<aio::Future<int>> waiters) {
  for (auto &waiter : waiters)
    waiter.set_result(1);
}

/// Nobody who waits can cancel this one.
aio::Coroutine<void> standardPromise(std::promise<int> &promise) {
  const int value = co_await compute();
  promise.set_value(value);
}
