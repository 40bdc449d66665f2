// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A promise owns its work, and whoever awaits or chains it takes that over.
#include <kj/async.h>
#include <kj/timer.h>

kj::Promise<int> fetch(int id);
kj::Promise<void> save(int value);
void report(kj::Exception &&error);

kj::Promise<void> dropped() {
  fetch(1); // expect: async-discarded-task: is dropped, which cancels the work
            // fix: co_await fetch(1);
  fetch(2).ignoreResult().detach(report);
  co_await save(3);
}

kj::Promise<int> awaitedTwice() {
  auto promise = fetch(1);
  int first = co_await promise;
  co_return first + co_await promise; // expect: async-double-await: 'promise' is awaited again
}

int twice(kj::WaitScope &scope) {
  auto waited = fetch(1);
  int sum = waited.wait(scope);
  sum += waited.wait(scope); // expect: async-double-await: 'waited' is used again
  auto attached = fetch(2);
  auto a = attached.attach(1);
  auto b = attached.attach(2); // expect: async-double-await: 'attached' is used again
  auto caught = fetch(3);
  auto c = caught.catch_([](kj::Exception &&) { return 0; });
  auto d = caught.catch_([](kj::Exception &&) { return 0; }); // expect: async-double-await: 'caught' is used again
  auto evaluated = fetch(4);
  auto e = evaluated.eagerlyEvaluate(nullptr);
  auto f = evaluated.eagerlyEvaluate(nullptr); // expect: async-double-await: 'evaluated' is used again
  auto joined = fetch(5);
  auto g = joined.exclusiveJoin(fetch(6));
  auto h = joined.exclusiveJoin(fetch(6)); // expect: async-double-await: 'joined' is used again
  return sum + a.wait(scope) + b.wait(scope) + c.wait(scope) + d.wait(scope) + e.wait(scope) +
         f.wait(scope) + g.wait(scope) + h.wait(scope);
}

int twiceMore(kj::WaitScope &scope) {
  auto forked = fetch(1);
  auto a = forked.fork();
  auto b = forked.fork(); // expect: async-double-await: 'forked' is used again
  auto ignored = fetch(2);
  auto c = ignored.ignoreResult();
  auto d = ignored.ignoreResult(); // expect: async-double-await: 'ignored' is used again
  auto chained = fetch(3);
  auto e = chained.then([](int n) { return n; });
  auto f = chained.then([](int n) { return n; }); // expect: async-double-await: 'chained' is used again
  auto detached = fetch(4);
  detached.detach(report);
  detached.detach(report); // expect: async-double-await: 'detached' is used again
  c.wait(scope);
  d.wait(scope);
  return a.addBranch().wait(scope) + b.addBranch().wait(scope) + e.wait(scope) + f.wait(scope);
}

kj::Promise<int> quick() { co_return 1; }
kj::Promise<int> slow(kj::Timer &timer) {
  co_await timer.afterDelay(5 * kj::SECONDS);
  co_return 1;
}

kj::Promise<int> bounded(kj::Timer &timer) {
  int sum = co_await timer.timeoutAfter(kj::SECONDS, quick()); // expect: async-useless-timeout: cannot end
  sum += co_await timer.timeoutAt(timer.now(), quick()); // expect: async-useless-timeout: cannot end
  co_return sum + co_await timer.timeoutAfter(kj::SECONDS, slow(timer));
}

// A fork may be awaited by several, and any number of times.
kj::Promise<int> forked() {
  auto fork = fetch(1).fork();
  int first = co_await fork;
  co_return first + co_await fork;
}
