// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <concurrencpp/concurrencpp.h>

concurrencpp::result<int> start();
concurrencpp::lazy_result<int> prepare();
concurrencpp::shared_result<int> share();
void keep(concurrencpp::result_promise<int> promise);

concurrencpp::result<void> drops() {
  start();   // expect: async-discarded-task: its error is lost
             // fix: co_await start();
  prepare(); // expect: async-unawaited-coroutine: never runs
             // fix: co_await prepare();
  share();   // expect: async-discarded-task: lost
             // fix: co_await share();
  co_return;
}

concurrencpp::result<int> awaitsTwice() {
  auto result = start();
  int sum = co_await result;
  co_return sum + co_await result; // expect: async-double-await: 'result'
}

concurrencpp::lazy_result<int> awaitsLazyTwice() {
  auto result = prepare();
  int sum = co_await result;
  co_return sum + co_await result; // expect: async-double-await: 'result'
}

concurrencpp::result<int> awaitsSharedTwice() {
  auto result = share();
  int sum = co_await result;
  co_return sum + co_await result;
}

int getsTwice() {
  auto result = start();
  int sum = result.get();
  return sum + result.get(); // expect: async-double-await: 'result'
}

concurrencpp::result<int> resolvesFirst() {
  auto result = start();
  auto same = co_await result.resolve();
  co_return co_await result; // expect: async-double-await: 'result'
}

concurrencpp::result<int> resolvesLazyFirst() {
  auto result = prepare();
  auto same = co_await result.resolve();
  co_return co_await result; // expect: async-double-await: 'result'
}

concurrencpp::result<int> runsFirst() {
  auto result = prepare();
  auto started = result.run();
  int sum = co_await started;
  co_return sum + co_await result; // expect: async-double-await: 'result'
}

concurrencpp::result<int> promises(bool known) {
  concurrencpp::result_promise<int> promise; // expect: async-unfulfilled-promise: promise
  auto result = promise.get_result();
  if (known)
    promise.set_result(1);
  return result;
}

concurrencpp::result<int> promisesIndeed(int how) {
  concurrencpp::result_promise<int> promise;
  auto result = promise.get_result();
  if (how == 0)
    promise.set_result(1);
  else if (how == 1)
    promise.set_exception({});
  else
    promise.set_from_function([] { return 2; });
  return result;
}

concurrencpp::result<void> completesTwice(concurrencpp::result_promise<int> promise) {
  promise.set_result(1);
  promise.set_result(2); // expect: async-unchecked-set-result: has been completed on the way here
  co_return;
}

concurrencpp::result<void> failsAfterwards(concurrencpp::result_promise<int> promise) {
  promise.set_result(1);
  promise.set_exception({}); // expect: async-unchecked-set-result: has been completed
  co_return;
}

concurrencpp::result<void> callsAfterwards(concurrencpp::result_promise<int> promise) {
  promise.set_result(1);
  promise.set_from_function([] { return 2; }); // expect: async-unchecked-set-result: has been
  co_return;
}
