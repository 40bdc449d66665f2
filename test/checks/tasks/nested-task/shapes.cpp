// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <exception>
#include <functional>
#include <future>
#include <utility>

aio::Coroutine<int> work();
aio::Coroutine<int> scaled(int factor);
aio::Coroutine<aio::Coroutine<int>> outer();
aio::Coroutine<aio::Coroutine<void>> other(int);
void log(const char *text);
struct Service {
  aio::Coroutine<int> run();
  aio::Coroutine<aio::Coroutine<int>> prepare();
};
struct Functor {
  aio::Coroutine<int> operator()() const;
};
template <class F> void take(F &&future) { future.wait(); }

void callables(Service &service) {
  take(std::async(work)); // expect: async-nested-task: the result of 'std::async' is a coroutine of its own
  take(std::async(&work)); // expect: async-nested-task: the result of 'std::async'
  take(std::async(scaled, 2)); // expect: async-nested-task: the result of 'std::async'
  take(std::async(Functor())); // expect: async-nested-task: the result of 'std::async'
  take(std::async([] { return work(); })); // expect: async-nested-task: the result of 'std::async'
  take(std::async([]() -> aio::Coroutine<int> { co_return 1; })); // expect: async-nested-task: the result of 'std::async'
  take(std::async([&service] { return service.run(); })); // expect: async-nested-task: the result of 'std::async'
  take(std::async(std::launch::deferred, work)); // expect: async-nested-task: the result of 'std::async'
  auto named = [] { return work(); };
  take(std::async(named)); // expect: async-nested-task: the result of 'std::async'
  take(std::async(std::move(named))); // expect: async-nested-task: the result of 'std::async'
  take(std::async(std::bind(scaled, 3))); // expect: async-nested-task: the result of 'std::async'
  std::packaged_task<aio::Coroutine<int>()> packaged(work); // expect: async-nested-task: is a coroutine of its own
  packaged();
}

aio::Coroutine<void> executors(aio::EventLoop &loop, bool a) {
  auto first = loop.run_in_executor(work); // expect: async-nested-task: the result of 'aio::EventLoop::run_in_executor'
  auto second = loop.run_in_executor([] { return scaled(2); }); // expect: async-nested-task: the result of 'aio::EventLoop::run_in_executor'
  co_await aio::gather(first, second);
  auto thread = aio::to_thread(work); // expect: async-nested-task: the result of 'aio::to_thread'
  co_await std::move(thread); // expect: async-nested-task: the result of this co_await is another coroutine
                              // fix: co_await co_await std::move(thread);
  if (a) {
    auto third = loop.run_in_executor(Functor()); // expect: async-nested-task: the result of 'aio::EventLoop::run_in_executor'
    co_await third;
  }
}

aio::Coroutine<void> inner(Service &service, bool a) {
  co_await outer(); // expect: async-nested-task: the result of this co_await is another coroutine
                    // fix: co_await co_await outer();
  co_await other(1); // expect: async-nested-task: the result of this co_await is another coroutine
                     // fix: co_await co_await other(1);
  co_await service.prepare(); // expect: async-nested-task: the result of this co_await
                              // fix: co_await co_await service.prepare();
  (void)co_await outer(); // expect: async-nested-task: the result of this co_await
                          // fix: (void)co_await co_await outer();
  if (a)
    co_await outer(); // expect: async-nested-task: the result of this co_await
                      // fix: co_await co_await outer();
  for (int i = 0; i < 2; ++i)
    co_await other(i); // expect: async-nested-task: the result of this co_await
                       // fix: co_await co_await other(i);
  co_await outer(), log("comma"); // expect: async-nested-task: the result of this co_await
                                  // fix: co_await co_await outer(), log("comma");
  try {
    co_await outer(); // expect: async-nested-task: the result of this co_await
                      // fix: co_await co_await outer();
  } catch (const std::exception &) {
    log("failed");
  }
  co_await aio::create_task(outer()); // expect: async-nested-task: the result of this co_await
                                      // fix: co_await co_await aio::create_task(outer());
}
