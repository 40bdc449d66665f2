// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The task has been cancelled, and runs on: it is pending when the loop is closed.
// runtime: Task was destroyed but it is pending!
#include <aio/aio.h>

int failures = 0;

aio::Coroutine<void> refresh_for_ever() {
  while (true) {
    try {
      co_await aio::sleep(0.01);
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError'
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      ++failures;
    }
  }
}

aio::Coroutine<void> program() {
  const auto refreshing = aio::create_task(refresh_for_ever());
  co_await aio::sleep(0.03);
  refreshing.cancel();
  co_await aio::wait({.timeout = 0.1}, refreshing);
}

int main() {
  aio::EventLoop loop;
  loop.run_until_complete(program());
  loop.close();
  return failures == 1 ? 0 : 1;
}
