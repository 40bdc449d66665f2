// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <atomic>
#include <deque>
#include <memory>

struct Job {
  bool done() const;
  bool ready = false;
};

bool global = false;
std::atomic<bool> stopped;

aio::Coroutine<void> forAFlag(const bool &flag) {
  while (!flag)               // expect: async-busy-wait: this loop sleeps and asks again until its condition changes
                              // note: await an event or condition
                              // note: 'aio::sleep' is awaited here
    co_await aio::sleep(0.1);
}

aio::Coroutine<void> block() {
  while (!global) { // expect: async-busy-wait: sleeps and asks again
    co_await aio::sleep(0.1);
  }
}

aio::Coroutine<void> atomic() {
  while (!stopped.load()) // expect: async-busy-wait: sleeps and asks again
    co_await aio::sleep(0.1);
}

aio::Coroutine<void> method(std::shared_ptr<Job> job) {
  while (!job->done()) // expect: async-busy-wait: sleeps and asks again
    co_await aio::sleep(0.1);
}

aio::Coroutine<void> doLoop(Job &job) {
  do // expect: async-busy-wait: sleeps and asks again
    co_await aio::sleep(0.1);
  while (!job.ready);
}

aio::Coroutine<void> forLoop(Job &job) {
  for (; !job.ready;) // expect: async-busy-wait: sleeps and asks again
    co_await aio::sleep(0.1);
}

aio::Coroutine<void> leaves(Job &job) {
  while (true) { // expect: async-busy-wait: sleeps and asks again
    if (job.done())
      break;
    co_await aio::sleep(0.1);
  }
}

aio::Coroutine<int> returns(Job &job) {
  for (;;) { // expect: async-busy-wait: sleeps and asks again
    if (job.done()) {
      co_return 1;
    }
    co_await aio::sleep(0.1);
  }
}

struct Server {
  std::deque<int> queue_;
  int open_ = 0;
  aio::Coroutine<void> drain() {
    while (open_ > 0) // expect: async-busy-wait: sleeps and asks again
      co_await aio::sleep(0.05);
  }
  aio::Coroutine<int> next() {
    while (queue_.empty()) // expect: async-busy-wait: sleeps and asks again
      co_await aio::sleep(0.05);
    co_return queue_.front();
  }
};

template <class T> aio::Coroutine<void> instance(T &flag) {
  while (!flag) // expect: async-busy-wait: sleeps and asks again
    co_await aio::sleep(0.1);
}
aio::Coroutine<void> use(bool &a, int &b) {
  co_await instance(a);
  co_await instance(b);
}

auto lambda = [](bool &flag) -> aio::Coroutine<void> {
  while (!flag) // expect: async-busy-wait: sleeps and asks again
    co_await aio::sleep(0.1);
};
