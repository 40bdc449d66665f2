// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A promise whose future stays in the same function, where nobody waits for it.
#include <chrono>
#include <future>
#include <utility>

using namespace std::chrono_literals;
void check(bool holds);
void adopt(std::future<int> future);

void onlyAsked() {
  std::promise<int> promise;
  auto future = promise.get_future();
  check(future.valid());
  check(future.wait_for(0s) == std::future_status::timeout);
}

void overwritten() {
  std::promise<int> first;
  std::promise<int> second;
  auto future = first.get_future();
  future = second.get_future();
  second.set_value(1);
  check(future.valid());
}

void movedOn() {
  std::promise<int> promise;
  auto future = promise.get_future();
  auto other = std::move(future);
  std::future<int> third;
  third = std::move(other);
  check(third.valid());
  std::promise<int> second;
  std::shared_future<int> shared(second.get_future());
  check(shared.wait_for(0s) == std::future_status::timeout);
}

int movedOnAndWaitedFor() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is never completed
  auto future = promise.get_future();
  auto other = std::move(future);
  return other.get();
}

void waitedFor() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is never completed
  auto future = promise.get_future();
  check(future.get() == 1);
}

void givenAway() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is never completed
  auto future = promise.get_future();
  check(future.valid());
  adopt(std::move(future));
}

void taken() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is never completed
  adopt(promise.get_future());
}

std::future<int> returned() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is never completed
  auto future = promise.get_future();
  return future;
}
