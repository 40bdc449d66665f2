// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Promises that many wait for.
#include <seastar/core/coroutine.hh>
#include <seastar/core/shared_future.hh>

using namespace seastar;

future<int> fetch();
void keep(future<int> waiting);
void forget();

future<int> unset(bool early) {
  shared_promise<int> result; // expect: async-unfulfilled-promise: 'result' is not completed on every way to its end: whoever waits for it gets an error
  auto waiting = result.get_shared_future();
  if (!early)
    result.set_value(1);
  return waiting;
}

void unset_unless_available() {
  shared_promise<int> result; // expect: async-unfulfilled-promise: 'result' is never completed
  keep(result.get_shared_future());
  if (result.available())
    return;
  forget();
}

future<int> set(bool early) {
  shared_promise<int> result;
  auto waiting = result.get_shared_future();
  if (early)
    result.set_exception(std::exception());
  else
    result.set_value(1);
  return waiting;
}

void again(shared_promise<int> a, shared_promise<int> b, shared_promise<int> c) {
  a.set_value(1);
  a.set_value(2); // expect: async-unchecked-set-result: 'a' has been completed on the way here
  b.set_exception(std::exception());
  b.set_exception(std::exception()); // expect: async-unchecked-set-result: 'b' has been completed
  if (!c.available())
    c.set_value(1);
  if (!c.available())
    c.set_value(2);
}

// A handle that is shared has no error to lose: those who wait have it.
future<int> shared() {
  shared_future<int> all(fetch());
  int sum = co_await all.get_future();
  shared_future<int> unused(fetch());
  co_return sum + co_await all.get_future();
}

// One that is made of what is done has none at all.
bool is_scheduled(const shared_future<int> &all);
void ready() {
  shared_future<int> all(make_ready_future<int>(1));
  if (is_scheduled(all))
    return;
  auto one = all.get_future();
  if (one.available())
    forget();
}
void replaced() {
  shared_future<int> all(make_ready_future<int>(1));
  all = shared_future<int>(fetch());
  auto one = all.get_future(); // expect: async-unretrieved-exception: 'one'
  if (one.available())
    forget();
}
void pending() {
  shared_future<int> all(fetch());
  auto one = all.get_future(); // expect: async-unretrieved-exception: 'one'
  if (one.available())
    forget();
}

struct Cache {
  std::exception_ptr broken;
  shared_promise<int> loading;

  future<int> load() {
    int value = co_await fetch();
    if (!loading.available())
      loading.set_value(value);
    co_return value;
  }
  future<int> get() { return loading.get_shared_future(); }
};
