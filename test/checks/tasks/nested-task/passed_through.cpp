// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <functional>
#include <utility>

/// A pool that nobody described: what the callable returns becomes the future's result.
struct Pool {
  template <class F> aio::Future<std::invoke_result_t<F &>> start(F function, int priority) {
    return {};
  }
  template <class F> aio::Future<std::invoke_result_t<F &>> submit(F function) {
    return start(std::move(function), 0);
  }
  template <class F> void forget(F function) {
    auto future = start(std::move(function), 1); // expect: async-nested-task: the result of 'Pool::start' is a coroutine of its own
                                                 // note: this callable returns a coroutine
    future.cancel();
  }
};

aio::Coroutine<void> work();

aio::Coroutine<void> submits(Pool &pool) {
  auto future = pool.submit(work); // expect: async-nested-task: the result of 'Pool::submit' is a coroutine of its own
                                   // note: this callable returns a coroutine
  future.cancel();
  pool.forget(work);
  co_await pool.submit([] { return 1; });
}

/// What it holds is whatever it was made with; its result goes to whoever awaits it.
template <class T> class Deferred {
public:
  explicit Deferred(std::function<T()> function) : function_(std::move(function)) {}
  aio::Future<T> run(Pool &pool) {
    auto future = pool.start(function_, 0);
    return future;
  }

private:
  std::function<T()> function_;
};

aio::Coroutine<int> number();
aio::Coroutine<int> defers(Pool &pool) {
  Deferred<aio::Coroutine<int>> deferred(number);
  co_return co_await co_await deferred.run(pool);
}
