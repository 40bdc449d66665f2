// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Futures that are done where somebody gets them, and macros of tests.
#include <seastar/core/coroutine.hh>
#include <seastar/core/future.hh>
#include <seastar/core/when_all.hh>
#include <seastar/util/later.hh>

#include <exception>
#include <tuple>
#include <utility>

using namespace seastar;

inline bool no() { return false; }
#define OURS_REQUIRE(condition)                                                                    \
  do {                                                                                             \
    check(condition);                                                                              \
  } while (no())

void check(bool holds);
future<int> fetch();
future<int> other(int key);

future<> parts() {
  return when_all(fetch(), fetch()).then([](std::tuple<future<int>, future<int>> joined) {
    int sum = std::get<0>(joined).get();
    auto [first, second] = std::move(joined);
    sum += second.get();
    sum += other(sum).get(); // expect: async-blocking-wait: get' blocks
    return now();
  });
}

future<int> movedOn(future<int> result) {
  return std::move(result).then_wrapped([](future<int> done) {
    return fetch().then_wrapped([done = std::move(done)](future<int> next) mutable {
      next.ignore_ready_future();
      return done.get();
    });
  });
}

future<> readyHere() {
  promise<int> result;
  result.set_value(1);
  check(result.get_future().get() == 1);
  future<int> ready = make_ready_future<int>(2);
  future<int> moved = std::move(ready);
  check(moved.get() == 2);
  check(make_ready_future<int>(3).get() == 3);
  auto unpacked = futurize<int>::from_tuple(std::tuple<int>(5));
  check(unpacked.get() == 5);
  promise<int> later;
  auto pending = later.get_future();
  check(pending.get() == 4); // expect: async-blocking-wait: blocks
  later.set_value(4);
  co_return;
}

future<> once() {
  future<int> ready = make_ready_future<int>(2);
  OURS_REQUIRE(ready.get() == 2);
  return now();
}

future<> looksAtIt() {
  return fetch().then_wrapped([](future<int> done) { OURS_REQUIRE(!done.failed()); });
}
