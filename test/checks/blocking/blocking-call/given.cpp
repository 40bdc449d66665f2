// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Callables that are given to functions of this file, which call them or hand them on.
// runtime: Executing <Task
// runtime: Executing <Handle
#include <aio/aio.h>

#include <chrono>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

using Job = std::function<void()>;

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(150)); }

void call(const Job &job) {
  if (job)
    job();
}
void twice(Job job) {
  call(job);
  call(job);
}
template <class F> void each(const std::vector<int> &values, F &&visit) {
  for (int value : values)
    visit(value);
}
void pointer(void (*job)()) { job(); }
void soon(aio::EventLoop &loop, Job job) { loop.call_soon(std::move(job)); }
void spawn(Job job) {
  std::thread([job = std::move(job)] { job(); }).detach();
}
aio::Coroutine<void> offload(Job job) { co_await aio::to_thread(job); }

bool onLoop();
/// It runs where it has to.
void dispatch(Job job) {
  if (onLoop())
    job();
  else
    spawn(job);
}
bool onLoop() { return false; }

class Queue {
public:
  void push(Job job) { jobs_.push_back(std::move(job)); }

private:
  std::vector<Job> jobs_;
};

aio::Coroutine<void> called(aio::EventLoop &loop) {
  call([] {
    nap();  // expect: async-blocking-call: 'nap' blocks the event loop that runs this callback
  });
  twice([] {
    nap();  // expect: async-blocking-call: 'nap' blocks the event loop
  });
  each({1, 2}, [](int) {
    nap();  // expect: async-blocking-call: 'nap' blocks the event loop
  });
  pointer([] {
    nap();  // expect: async-blocking-call: 'nap' blocks the event loop
  });
  soon(loop, [] {
    nap();  // expect: async-blocking-call: 'nap' blocks the event loop that runs this callback
  });
  Job held = [] {
    nap();  // expect: async-blocking-call: 'nap' blocks the event loop
  };
  call(held);
  co_await aio::sleep(0.01);
}

void inner() {
  call([] { nap(); });
}
aio::Coroutine<void> chained() {
  inner();  // expect: async-blocking-call: 'inner' blocks the event loop that runs this coroutine: it calls 'std::this_thread::sleep_for'
            // note: 'inner' calls this lambda here
            // note: this lambda calls 'nap' here
  co_return;
}

// What follows does not block the loop, or nobody knows.

aio::Coroutine<void> elsewhere(Queue &queue) {
  spawn([] { nap(); });
  co_await offload([] { nap(); });
  dispatch([] { nap(); });
  queue.push([] { nap(); });
}

void plain() {
  call([] { nap(); });
}

int main() {
  aio::EventLoop loop;
  Queue queue;
  loop.run_until_complete(called(loop));
  loop.run_until_complete(chained());
  loop.run_until_complete(elsewhere(queue));
  loop.close();
  plain();
}
