// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <exception>
#include <future>
#include <map>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

void log(const char *text);
int parse(const char *text);
aio::Coroutine<int> fetch(int key);

std::future<int> earlyReturn(bool quick) {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  std::future<int> future = promise.get_future();
  if (quick)
    return future;
  promise.set_value(1);
  return future;
}

void oneArm(std::promise<int> promise, int kind) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  switch (kind) {
  case 1:
    promise.set_value(1);
    break;
  case 2:
    log("two");
    break;
  default:
    promise.set_value(0);
  }
}

void forgetsTheException(std::promise<int> promise, const char *text) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  try {
    promise.set_value(parse(text));
  } catch (const std::exception &error) {
    log(error.what());
  }
}

void oneOfTwoHandlers(std::promise<int> promise, const char *text) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  try {
    promise.set_value(parse(text));
  } catch (const std::logic_error &) {
    promise.set_exception(std::current_exception());
  } catch (...) {
    log("failed");
  }
}

void throwsAndCatches(std::promise<int> promise, int kind) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  try {
    if (kind == 0)
      throw std::runtime_error("no kind");
    promise.set_value(kind);
  } catch (const std::runtime_error &) {
    log("failed");
  }
}

void movedIn(std::promise<void> &&promise, bool good) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  if (good)
    promise.set_value();
}

void adopt(std::promise<int> promise);
void handedOnOnOneWay(std::promise<int> promise, bool here) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  if (!here)
    return;
  adopt(std::move(promise));
}

void overwritten(std::vector<std::future<int>> &futures) {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is overwritten before it is completed: whoever waits for it gets an error instead of a result
  futures.push_back(promise.get_future());
  promise = std::promise<int>();
  futures.push_back(promise.get_future());
  promise.set_value(1);
}

std::future<int> never() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is never completed: whoever waits for it gets an error instead of a result
  return promise.get_future();
}

void inALoop(std::vector<std::future<int>> &futures, int count) {
  for (int i = 0; i < count; ++i) {
    std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
    futures.push_back(promise.get_future());
    if (i == 3)
      continue;
    promise.set_value(i);
  }
}

void breaks(std::promise<int> promise, int count) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  while (count > 0) {
    if (count == 7)
      break;
    --count;
    if (count == 2) {
      promise.set_value(count);
      return;
    }
  }
}

void withGoto(std::promise<int> promise, int value) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  if (value < 0)
    goto out;
  promise.set_value(value);
out:
  log("done");
}

void ternary(std::promise<void> promise, bool good) { good ? promise.set_value() : log("bad"); } // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then

void shortCircuit(std::promise<bool> promise, bool a, bool b) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  if (a && b)
    promise.set_value(true);
}

void inACallback(aio::EventLoop &loop, std::promise<int> promise, bool good) {
  loop.call_soon([promise = std::move(promise), good]() mutable { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
    if (good)
      promise.set_value(1);
  });
}

void inAThread(std::promise<int> promise, const char *text) {
  std::thread([promise = std::move(promise), text]() mutable { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
    try {
      promise.set_value(parse(text));
    } catch (...) {
      log("failed");
    }
  }).detach();
}

class Queue {
  std::promise<int> waiting_;

  void taken(bool good) {
    std::promise<int> promise = std::move(waiting_); // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
    if (good)
      promise.set_value(1);
  }
};

aio::Coroutine<void> inACoroutine(std::promise<int> promise, int key) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  const int value = co_await fetch(key);
  if (value < 0)
    co_return;
  promise.set_value(value);
}

aio::Coroutine<void> catchesInACoroutine(std::promise<int> promise, int key) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  try {
    promise.set_value(co_await fetch(key));
  } catch (const std::exception &) {
    log("failed");
  }
}

bool looks(const std::promise<int> &) { return true; }
void onlyLookedAt(std::promise<int> promise, bool good) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  looks(promise);
  if (good)
    promise.set_value(1);
}

template <class T> void inATemplate(std::promise<T> promise, bool good) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then
  if (good)
    promise.set_value(T());
}
template void inATemplate(std::promise<int>, bool);
template void inATemplate(std::promise<char>, bool);

#define ANSWER(promise, good)                                                                      \
  if (good)                                                                                        \
  promise.set_value(1)
void inAMacro(std::promise<int> promise, bool good) { ANSWER(promise, good); } // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error instead of a result then

/// Nothing tells who waits when it goes.
struct [[clang::annotate("asynctidy::promise")]] Answer {
  [[clang::annotate("asynctidy::completes")]] void give(int value);
  [[clang::annotate("asynctidy::completes")]] void fail(std::exception_ptr error);
};

aio::Coroutine<void> aSuspensionThrows(Answer answer, int key) { // expect: async-unfulfilled-promise: 'answer' is not completed when an exception leaves the function: whoever waits for it waits for ever then
  const int value = co_await fetch(key);
  answer.give(value);
}

void throws(Answer answer, int value) { // expect: async-unfulfilled-promise: 'answer' is not completed when an exception leaves the function: whoever waits for it waits for ever then
  if (value < 0)
    throw std::invalid_argument("negative");
  answer.give(value);
}

aio::Coroutine<int> loadOnce(std::map<int, aio::Future<int>> &pending, int key) {
  auto future = aio::get_running_loop().create_future<int>(); // expect: async-unfulfilled-promise: 'future' is not completed when an exception leaves the function: whoever waits for it waits for ever then
  pending[key] = future;
  const int value = co_await fetch(key);
  if (!future.done())
    future.set_result(value);
  co_return value;
}

aio::Coroutine<void> earlyOut(std::vector<aio::Future<int>> &waiters, bool quick) {
  auto future = aio::get_running_loop().create_future<int>(); // expect: async-unfulfilled-promise: 'future' is not completed on every way to its end: whoever waits for it waits for ever then
  waiters.push_back(future);
  if (quick)
    co_return;
  future.set_result(1);
}

aio::Coroutine<int> awaitedAlone() {
  auto future = aio::get_running_loop().create_future<int>(); // expect: async-unfulfilled-promise: 'future' is awaited before anybody else has it: nobody can complete it
  co_return co_await future;
}

aio::Coroutine<int> awaitedAloneOnOneWay(std::vector<aio::Future<int>> &waiters, bool wait) {
  auto future = aio::get_running_loop().create_future<int>(); // expect: async-unfulfilled-promise: 'future' is awaited before anybody else has it: nobody can complete it
  if (wait)
    waiters.push_back(future);
  co_return co_await future;
}
