// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <stdexcept>
#include <vector>

aio::Coroutine<int> compute();
void log(const char *text);

aio::Coroutine<void> afterASuspension(aio::Future<int> future) {
  const int value = co_await compute();
  future.set_result(value); // expect: async-unchecked-set-result: 'future' may have been cancelled while the coroutine was suspended; 'aio::Future::set_result' fails if it was
                            // note: others run while the coroutine is suspended here
                            // fix: if (!future.done()) future.set_result(value);
}

aio::Coroutine<void> inTheArgument(aio::Future<int> future) {
  future.set_result(co_await compute()); // expect: async-unchecked-set-result: 'future' may have been cancelled
                                         // note: check that it is not done first, behind the last suspension
}

aio::Coroutine<void> staleCheck(aio::Future<int> future) {
  if (future.done())
    co_return;
  const int value = co_await compute();
  future.set_result(value); // expect: async-unchecked-set-result: 'future' may have been cancelled
                            // fix: if (!future.done()) future.set_result(value);
}

aio::Coroutine<void> checkedOnOneWay(aio::Future<int> future, bool careful) {
  co_await aio::sleep(1);
  if (careful && future.cancelled())
    co_return;
  future.set_result(1); // expect: async-unchecked-set-result: 'future' may have been cancelled
                        // fix: if (!future.done()) future.set_result(1);
}

aio::Coroutine<void> failure(aio::Future<int> future) {
  int value = 0;
  bool failed = false;
  try {
    value = co_await compute();
  } catch (const std::exception &) {
    failed = true;
  }
  if (failed)
    future.set_exception(std::runtime_error("failed")); // expect: async-unchecked-set-result: 'aio::Future::set_exception' fails if it was
                                                        // fix: if (!future.done()) future.set_exception(std::runtime_error("failed"));
  else
    future.set_result(value); // expect: async-unchecked-set-result: 'future' may have been cancelled
                              // fix: if (!future.done()) future.set_result(value);
}

struct Waiter {
  aio::Future<int> future;
};

aio::Coroutine<void> ofAMember(Waiter *waiter) {
  co_await aio::sleep(1);
  waiter->future.set_result(1); // expect: async-unchecked-set-result: 'future' may have been cancelled
                                // fix: if (!waiter->future.done()) waiter->future.set_result(1);
}

class Connection {
  aio::Future<int> closed_;

  aio::Coroutine<void> run() {
    co_await aio::sleep(1);
    closed_.set_result(1); // expect: async-unchecked-set-result: 'closed_' may have been cancelled
                           // fix: if (!closed_.done()) closed_.set_result(1);
  }
};

aio::Coroutine<void> shared(std::vector<aio::Future<int>> &waiters) {
  auto future = aio::get_running_loop().create_future<int>(); // expect: async-unfulfilled-promise: not completed when an exception leaves the function
  waiters.push_back(future);
  co_await aio::sleep(1);
  future.set_result(1); // expect: async-unchecked-set-result: 'future' may have been cancelled
                        // fix: if (!future.done()) future.set_result(1);
}

aio::Coroutine<void> inALoop(aio::Future<int> future) {
  for (int i = 0;; ++i) {
    co_await aio::sleep(1);
    if (i == 3) {
      future.set_result(i); // expect: async-unchecked-set-result: 'future' may have been cancelled
                            // fix: if (!future.done()) future.set_result(i);
      break;
    }
  }
}

aio::Coroutine<void> twice(aio::Future<int> future, bool again) {
  future.set_result(1);
  if (again)
    future.set_result(2); // expect: async-unchecked-set-result: 'future' has been completed on the way here; 'aio::Future::set_result' fails
  co_return;
}

void twiceWithoutSuspension(aio::Future<void> future, int kind) {
  switch (kind) {
  case 1:
    future.set_result();
    [[fallthrough]];
  case 2:
    future.set_result(); // expect: async-unchecked-set-result: 'future' has been completed on the way here
    break;
  }
}

aio::Coroutine<void> afterAwaitingIt(aio::Future<int> future) {
  log("waiting");
  co_await future;
  future.set_result(1); // expect: async-unchecked-set-result: 'future' has been completed on the way here
}

struct [[nodiscard]] Promise {
  [[clang::annotate("asynctidy::completes")]] void fulfil(int value);
};

void ofAHomeMadeType(Promise &promise, bool failed) {
  promise.fulfil(1);
  if (failed)
    promise.fulfil(2); // expect: async-unchecked-set-result: 'promise' has been completed on the way here
}

#define SET(future) future.set_result(1)
aio::Coroutine<void> inAMacro(aio::Future<int> future) {
  co_await aio::sleep(1);
  SET(future); // expect: async-unchecked-set-result: 'future' may have been cancelled
}
