// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Completions through functions that are defined here.
#include <aio/aio.h>

#include <stdexcept>
#include <utility>
#include <vector>

aio::Coroutine<int> compute();
void log(const char *text);

void finish(aio::Future<int> &future) { future.set_result(1); }
void finishCopy(aio::Future<int> future) { future.set_result(1); }
void fail(const aio::Future<int> &future) { future.set_exception(std::runtime_error("failed")); }
void finishBelow(aio::Future<int> &future, const char *text) {
  log(text);
  finish(future);
}
void finishOnOneWay(aio::Future<int> &future, bool good) {
  if (good)
    future.set_result(1);
}
template <class T> void finishAny(aio::Future<T> &future, T value) { future.set_result(value); }
struct Tool {
  static void finish(aio::Future<int> &future) { future.set_result(2); }
  void finishToo(aio::Future<int> &future) const { future.set_result(3); }
};

aio::Coroutine<void> byReference(aio::Future<int> future) {
  co_await compute();
  finish(future); // expect: async-unchecked-set-result: 'future' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
}

aio::Coroutine<void> byValue(aio::Future<int> future) {
  co_await compute();
  finishCopy(future); // expect: async-unchecked-set-result: 'future' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
}

aio::Coroutine<void> anException(aio::Future<int> future) {
  co_await compute();
  fail(future); // expect: async-unchecked-set-result: 'future' may have been cancelled while the coroutine was suspended; 'aio::Future::set_exception' fails if it was
}

aio::Coroutine<void> throughTwo(aio::Future<int> future) {
  co_await compute();
  finishBelow(future, "done"); // expect: async-unchecked-set-result: 'future' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
}

aio::Coroutine<void> onOneWay(aio::Future<int> future, bool good) {
  co_await compute();
  finishOnOneWay(future, good); // expect: async-unchecked-set-result: 'future' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
}

aio::Coroutine<void> aTemplate(aio::Future<int> future) {
  const int value = co_await compute();
  finishAny(future, value); // expect: async-unchecked-set-result: 'future' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
}

aio::Coroutine<void> aMethod(aio::Future<int> a, aio::Future<int> b, const Tool &tool) {
  co_await compute();
  Tool::finish(a); // expect: async-unchecked-set-result: 'a' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
  tool.finishToo(b); // expect: async-unchecked-set-result: 'b' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
}

aio::Coroutine<void> staleCheck(aio::Future<int> future) {
  if (future.done())
    co_return;
  co_await compute();
  finish(future); // expect: async-unchecked-set-result: 'future' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
}

void twice(aio::Future<int> future) {
  finish(future);
  future.set_result(2); // expect: async-unchecked-set-result: 'future' has been completed on the way here; 'aio::Future::set_result' fails
}

void twiceInHelpers(aio::Future<int> future, bool good) {
  future.set_result(2);
  if (!good)
    fail(future); // expect: async-unchecked-set-result: 'future' has been completed on the way here; 'aio::Future::set_exception' fails
}

void finishIfWanted(aio::Future<int> &future) {
  if (!future.done())
    future.set_result(1);
}
void finishCarefully(aio::Future<int> &future) {
  try {
    future.set_result(1);
  } catch (const aio::InvalidStateError &) {
    log("too late");
  }
}
void finishElsewhere(aio::Future<int> &future);
void look(const aio::Future<int> &future) { log(future.cancelled() ? "cancelled" : "not"); }
aio::Coroutine<void> finishLater(aio::Future<int> future) {
  future.set_result(1);
  co_await compute();
}
struct Sink {
  virtual ~Sink() = default;
  virtual void finish(aio::Future<int> &future) { future.set_result(1); }
};

aio::Coroutine<void> helpersThatAsk(aio::Future<int> a, aio::Future<int> b, aio::Future<int> c) {
  co_await compute();
  finishIfWanted(a);
  finishCarefully(b);
  look(c);
}

aio::Coroutine<void> notKnown(aio::Future<int> a, aio::Future<int> b, Sink &sink) {
  co_await compute();
  finishElsewhere(a);
  sink.finish(b);
}

aio::Coroutine<void> checkedBefore(aio::Future<int> future) {
  co_await compute();
  if (!future.done())
    finish(future);
}

aio::Coroutine<void> inATry(aio::Future<int> future) {
  co_await compute();
  try {
    finish(future);
  } catch (const aio::InvalidStateError &) {
    log("too late");
  }
}

aio::Coroutine<void> anotherCoroutine(aio::Future<int> future) {
  co_await compute();
  co_await finishLater(future);
}

aio::Coroutine<void> withoutASuspension(aio::Future<int> future) {
  finish(future);
  co_await compute();
}

aio::Coroutine<int> ofItsOwn() {
  auto future = aio::get_running_loop().create_future<int>();
  co_await compute();
  finish(future);
  co_return co_await future;
}

void plain(aio::Future<int> future) { finish(future); }

void eitherOr(aio::Future<int> future, bool good) {
  if (good)
    finish(future);
  else
    fail(future);
}
