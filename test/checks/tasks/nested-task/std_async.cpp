// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'work' was never awaited
// runtime: coroutine 'scaled' was never awaited
#include <aio/aio.h>

#include <future>
#include <type_traits>
#include <utility>

aio::Coroutine<int> work() { co_return 1; }
aio::Coroutine<int> scaled(int factor) { co_return factor; }
int compute() { return 1; }

void standard() {
  auto a = std::async(work);                         // expect: async-nested-task: the result of 'std::async' is a coroutine of its own, a value of type 'aio::Coroutine<int>' that never runs
                                                     // note: this callable returns a coroutine
  auto b = std::async(std::launch::async, scaled, 2);  // expect: async-nested-task: the result of 'std::async'
  auto c = std::async([] { return work(); });        // expect: async-nested-task: the result of 'std::async'
  auto d = std::async(std::launch::async, compute);
  auto e = std::async([] { return aio::run(work()); });
  a.wait(), b.wait(), c.wait(), d.wait(), e.wait();
}

/// A pool of nobody's library: its shape tells that it wraps what the callable returns.
class Pool {
public:
  template <class F> std::future<std::invoke_result_t<F>> submit(F function) {
    return std::async(std::launch::deferred, std::move(function));  // expect: async-nested-task: the result of 'std::async'
  }
  template <class F> void post(F) {}
};

void home(Pool &pool) {
  auto a = pool.submit(work);  // expect: async-nested-task: the result of 'Pool::submit' is a coroutine of its own
  auto b = pool.submit(compute);
  auto c = pool.submit([] { return aio::run(work()); });
  a.wait(), b.wait(), c.wait();
  pool.post(compute);
}

int main() {
  standard();
  Pool pool;
  home(pool);
}
