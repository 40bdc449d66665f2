// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Cancellation arrives as an exception; tokens are passed on.
// checks: async-unforwarded-cancellation
#include <folly/coro/Timeout.h>

using namespace folly;

coro::Task<int> fetch();
coro::Task<int> compute() { co_return 1; }
coro::Task<int> ask(int question, CancellationToken token = {});

coro::Task<int> swallowed() {
  for (int i = 0; i < 3; ++i)
    try {
      co_return co_await fetch();
    } catch (const std::exception &) { // expect: async-swallowed-cancellation: also catches 'folly::OperationCancelled'
                                       // fix: } catch (const folly::OperationCancelled &) { throw; } catch (const std::exception &) {
    }
  co_return 0;
}

coro::Task<int> kept() {
  try {
    co_return co_await fetch();
  } catch (const OperationCancelled &) {
    throw;
  } catch (const std::exception &) {
  }
  co_return 0;
}

coro::Task<void> own_doing(CancellationSource source, Future<int> running) {
  source.requestCancellation();
  try {
    co_await std::move(running);
  } catch (...) { // what comes back is its own doing
  }
}

coro::Task<int> forwarded(CancellationToken token) {
  int first = co_await ask(1, token);
  co_return first + co_await ask(2); // expect: async-unforwarded-cancellation: is called without the token 'token'
}

coro::Task<void> bounded() {
  co_await coro::timeout(compute(), std::chrono::seconds(1));          // expect: async-useless-timeout: 'compute' never suspends
  co_await coro::timeoutNoDiscard(compute(), std::chrono::seconds(1)); // expect: async-useless-timeout: 'compute' never suspends
  co_await coro::timeout([]() -> coro::Task<int> { co_return co_await fetch(); }(), std::chrono::seconds(1));
}
