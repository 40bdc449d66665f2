// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <functional>
#include <future>
#include <utility>
#include <vector>

aio::Coroutine<int> work();
aio::Coroutine<aio::Coroutine<int>> outer();
aio::Coroutine<aio::Task<int>> starter();
aio::Coroutine<std::vector<aio::Coroutine<int>>> many();
int compute();
int scaled(int factor);
void take(aio::Coroutine<int> coroutine);
template <class F> void wait(F &&future) { future.wait(); }
struct Functor {
  int operator()() const;
};

void callables() {
  wait(std::async(compute));
  wait(std::async(&compute));
  wait(std::async(scaled, 2));
  wait(std::async(Functor()));
  wait(std::async([] { return compute(); }));
  wait(std::async([] { return aio::run(work()); }));
  wait(std::async([] { take(work()); }));
  wait(std::async(std::launch::deferred, compute));
  wait(std::async(std::bind(scaled, 3)));
  std::packaged_task<int()> packaged(compute);
  packaged();
}

aio::Coroutine<int> flattened() {
  co_await co_await outer();
  int sum = co_await co_await outer();
  auto coroutine = co_await outer();
  sum += co_await std::move(coroutine);
  take(co_await outer());
  auto task = aio::create_task(co_await outer());
  sum += co_await task;
  co_return sum + co_await co_await outer();
}

aio::Coroutine<aio::Coroutine<int>> handedOn() { co_return co_await outer(); }

aio::Coroutine<void> others(aio::EventLoop &loop) {
  co_await loop.run_in_executor(compute);
  co_await loop.run_in_executor([] { return scaled(2); });
  co_await aio::to_thread(compute);
  co_await aio::to_thread([] { take(work()); });
  auto future = loop.run_in_executor(compute);
  co_await future;
  for (auto &each : co_await many())
    co_await std::move(each);
  auto started = co_await starter();
  co_await started;
  co_await co_await aio::to_thread([] { return work(); });
  co_await work();
  co_await aio::create_task(work());
  co_await aio::gather(work(), work());
}
