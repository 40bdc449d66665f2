// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <exception>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

void log(const char *text);
int parse(const char *text);
void adopt(std::promise<int> promise);
aio::Coroutine<int> fetch(int key);

std::future<int> atOnce() {
  std::promise<int> promise;
  auto future = promise.get_future();
  promise.set_value(1);
  return future;
}

void bothArms(std::promise<int> promise, bool good) {
  if (good)
    promise.set_value(1);
  else
    promise.set_exception(std::make_exception_ptr(std::runtime_error("bad")));
}

void tellsTheException(std::promise<int> promise, const char *text) {
  try {
    promise.set_value(parse(text));
  } catch (...) {
    promise.set_exception(std::current_exception());
  }
}

void keepsTheException(std::promise<int> promise, const char *text) {
  std::exception_ptr error;
  int value = 0;
  try {
    value = parse(text);
  } catch (...) {
    error = std::current_exception();
  }
  if (error)
    promise.set_exception(error);
  else
    promise.set_value(value);
}

/// Whoever waits gets broken_promise, and the caller the exception.
void throwsOutOfHere(std::promise<int> promise, const char *text) {
  const int value = parse(text);
  promise.set_value(value);
}

void rethrows(std::promise<int> promise, const char *text) {
  try {
    promise.set_value(parse(text));
  } catch (...) {
    log("failed");
    throw;
  }
}

aio::Coroutine<void> aSuspensionThrows(std::promise<int> promise, int key) {
  promise.set_value(co_await fetch(key));
}

void nobodyWaits(bool good, std::vector<std::future<int>> &futures) {
  std::promise<int> promise;
  if (!good)
    return;
  futures.push_back(promise.get_future());
  promise.set_value(1);
}

void handedOn(std::promise<int> promise) { adopt(std::move(promise)); }

struct Job {
  std::promise<int> promise;
};

void stored(std::promise<int> promise, std::vector<Job> &jobs) {
  jobs.push_back({std::move(promise)});
}

class Keeper {
  std::promise<int> promise_;

  void keep(std::promise<int> promise, bool wanted) {
    if (wanted)
      promise_ = std::move(promise);
    else
      promise.set_value(0);
  }

  std::future<int> started() {
    promise_ = std::promise<int>();
    return promise_.get_future();
  }
};

void intoACallback(std::promise<int> promise, aio::EventLoop &loop) {
  loop.call_soon([promise = std::move(promise)]() mutable { promise.set_value(1); });
}

void byReference(std::promise<int> &promise, bool good) {
  if (good)
    promise.set_value(1);
}

void aThreadCompletesIt(std::vector<std::future<int>> &futures) {
  std::promise<int> promise;
  futures.push_back(promise.get_future());
  std::thread thread([&promise] { promise.set_value(1); });
  thread.join();
}

void refused(std::promise<int>) {}
void refusedByName(std::promise<int> promise) { (void)promise; }

void calledOften(std::promise<int> promise, std::function<void(int)> &onEach) {
  auto shared = std::make_shared<std::promise<int>>(std::move(promise));
  onEach = [shared](int value) {
    if (value == 3)
      shared->set_value(value);
  };
}

void repeats(std::promise<int> promise, std::vector<int> values,
             void (*forEach)(std::vector<int> &, std::function<void(int)>)) {
  auto each = [promise = std::move(promise)](int value) mutable {
    if (value == 3)
      promise.set_value(value);
  };
  forEach(values, [&each](int value) { each(value); });
}

void sameCondition(std::promise<int> promise, bool good) {
  if (good)
    promise.set_value(1);
  log("between");
  if (!good)
    promise.set_value(0);
}

void everyArm(std::promise<int> promise, int kind) {
  switch (kind) {
  case 1:
    promise.set_value(1);
    return;
  case 2:
    adopt(std::move(promise));
    return;
  default:
    promise.set_value(0);
  }
}

std::promise<int> returned(bool good, std::vector<std::future<int>> &futures) {
  std::promise<int> promise;
  futures.push_back(promise.get_future());
  if (good)
    promise.set_value(1);
  return promise;
}

void answer(std::promise<int> &promise) { promise.set_value(1); }
void throughAHelper(std::promise<int> promise, bool good) {
  if (good)
    answer(promise);
  else
    promise.set_value(0);
}

struct Guard {
  std::promise<int> &promise;
  ~Guard() { promise.set_value(0); }
};
void guarded(std::promise<int> promise, bool quick) {
  Guard guard{promise};
  if (quick)
    return;
  log("slow");
}

void swapped(std::promise<int> promise, std::promise<int> &other, bool now) {
  if (now)
    promise.swap(other);
  else
    promise.set_value(1);
}

struct [[clang::annotate("asynctidy::promise")]] Answer {
  explicit operator bool() const;
  bool valid() const;
  [[clang::annotate("asynctidy::completes")]] void give(int value);
  [[clang::annotate("asynctidy::completes")]] void fail(std::exception_ptr error);
};

void nothingToAnswer(Answer answer) {
  if (!answer)
    return;
  answer.give(1);
}

void nothingToAnswerEither(Answer answer) {
  if (answer.valid())
    answer.give(1);
}

aio::Coroutine<void> everyWay(Answer answer, int key) {
  std::exception_ptr error;
  try {
    answer.give(co_await fetch(key));
  } catch (...) {
    answer.fail(std::current_exception());
  }
}

aio::Coroutine<int> registered(std::map<int, aio::Future<int>> &pending, int key) {
  auto future = aio::get_running_loop().create_future<int>();
  pending[key] = future;
  co_return co_await future;
}

aio::Coroutine<int> loadOnce(std::map<int, aio::Future<int>> &pending, int key) {
  auto future = aio::get_running_loop().create_future<int>();
  pending[key] = future;
  try {
    const int value = co_await fetch(key);
    if (!future.done())
      future.set_result(value);
  } catch (...) {
    if (!future.done())
      future.set_exception(std::current_exception());
    throw;
  }
  co_return co_await future;
}

aio::Coroutine<int> later(aio::EventLoop &loop) {
  auto future = loop.create_future<int>();
  loop.call_later(0.01, [future] {
    if (!future.done())
      future.set_result(1);
  });
  co_return co_await future;
}

void start(aio::Future<int> future);
aio::Coroutine<int> started() {
  auto future = aio::get_running_loop().create_future<int>();
  start(future);
  co_return co_await future;
}

aio::Coroutine<int> completedFirst() {
  auto future = aio::get_running_loop().create_future<int>();
  future.set_result(1);
  co_return co_await future;
}

aio::Future<int> handedOut() { return aio::get_running_loop().create_future<int>(); }

aio::Future<int> handedOutByName(std::vector<aio::Future<int>> &waiters) {
  auto future = aio::get_running_loop().create_future<int>();
  waiters.push_back(future);
  return future;
}

/// The caller has it, too.
aio::Coroutine<void> given(aio::Future<int> future, bool good) {
  if (!good)
    co_return;
  future.set_result(1);
}

// How many take it is not known before the loop runs.
aio::Coroutine<void> handedOutInALoop(std::vector<aio::Task<int>> tasks, bool timed) {
  auto future = aio::get_running_loop().create_future<void>();
  if (timed)
    aio::get_running_loop().call_later(1, [future]() mutable {
      if (!future.done())
        future.set_result();
    });
  for (auto &task : tasks)
    task.add_done_callback([future](aio::Future<int>) mutable {
      if (!future.done())
        future.set_result();
    });
  co_await future;
}
