// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <chrono>
#include <thread>

struct Job {
  bool done() const;
  aio::Coroutine<bool> poll();
};
void beat();
aio::Coroutine<void> rest();

aio::Coroutine<void> event(aio::Event &ready) { co_await ready.wait(); }

aio::Coroutine<void> heartbeat() {
  while (true)
    co_await aio::sleep(1);
}

aio::Coroutine<void> doesSomething(Job &job) {
  while (!job.done()) {
    beat();
    co_await aio::sleep(1);
  }
}

aio::Coroutine<void> somebodyElse(Job &job) {
  while (!co_await job.poll())
    co_await aio::sleep(1);
}

aio::Coroutine<void> noSleep(Job &job) {
  while (!job.done())
    co_await rest();
}

aio::Coroutine<void> once(Job &job) {
  if (!job.done())
    co_await aio::sleep(1);
}

aio::Coroutine<void> workAndRest() {
  while (true) {
    beat();
    co_await aio::sleep(1);
  }
}

void thread(Job &job) {
  while (!job.done())
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

aio::Coroutine<void> elseBranch(Job &job) {
  while (true) {
    if (job.done())
      break;
    else
      beat();
    co_await aio::sleep(1);
  }
}

aio::Coroutine<void> notTheEnd(Job &job) {
  while (true) {
    if (job.done())
      beat();
    co_await aio::sleep(1);
  }
}
