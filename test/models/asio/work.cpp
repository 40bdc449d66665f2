// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <asio.hpp>

#include <chrono>
#include <thread>

using namespace std::chrono_literals;

asio::awaitable<int> fetch();

asio::awaitable<void> drops(asio::steady_timer &timer) {
  timer.async_wait(asio::use_awaitable); // expect: async-unawaited-coroutine: never runs
                                         // fix: co_await timer.async_wait(asio::use_awaitable);
  timer.async_wait(asio::deferred);      // expect: async-unawaited-coroutine: never runs
  timer.async_wait(asio::experimental::deferred);
  // expect: async-unawaited-coroutine: never runs
  timer.async_wait(asio::experimental::use_promise);
  // expect: async-discarded-task: cancels
  timer.async_wait(asio::detached);
  co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<int> awaitsTwice() {
  auto work = fetch();
  int sum = co_await std::move(work);
  co_return sum + co_await std::move(work); // expect: async-double-await: 'work'
}

asio::awaitable<int> onPool() {
  std::this_thread::sleep_for(1ms);
  co_return 1;
}

asio::awaitable<int> onPoolExecutor() {
  std::this_thread::sleep_for(1ms);
  co_return 1;
}

asio::awaitable<int> onSystem() {
  std::this_thread::sleep_for(1ms);
  co_return 1;
}

asio::awaitable<int> onSystemExecutor() {
  std::this_thread::sleep_for(1ms);
  co_return 1;
}

asio::awaitable<int> onLoop() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  co_return 1;
}

void spawns(asio::io_context &loop, asio::thread_pool &pool, asio::system_context &system,
            asio::thread_pool::executor_type executor, asio::system_executor systemExecutor) {
  asio::co_spawn(loop, onLoop(), asio::detached);
  asio::co_spawn(pool, onPool(), asio::detached);
  asio::co_spawn(executor, onPoolExecutor(), asio::detached);
  asio::co_spawn(system, onSystem(), asio::detached);
  asio::co_spawn(systemExecutor, onSystemExecutor(), asio::detached);
  asio::co_spawn(loop, [] { return fetch(); }, asio::detached);
  asio::co_spawn(loop, fetch(), [] { return fetch(); }); // expect: async-void-callback: never runs
}

asio::awaitable<void> goesToStrand(asio::io_context &loop) {
  co_await asio::co_spawn(loop.get_executor(), fetch(), asio::use_awaitable);
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
}

asio::awaitable<void> goesToLoop(asio::io_context &loop) {
  co_await asio::co_spawn(loop, fetch(), asio::use_awaitable);
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
}
