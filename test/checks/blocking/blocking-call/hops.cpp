// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Code that runs elsewhere, or on nobody's event loop, and code that does not.
#include <aio/aio.h>

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <future>
#include <thread>
#include <vector>

template <class T> struct Numbers {
  struct promise_type {
    Numbers get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(T);
    void return_void();
    void unhandled_exception();
  };
  ~Numbers();
};

Numbers<int> slowly() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  co_yield 1;
}

void nap() { std::this_thread::sleep_for(std::chrono::seconds(1)); }
int measure() {
  nap();
  return 1;
}

aio::Coroutine<void> offloads(aio::EventLoop &loop) {
  co_await aio::to_thread(measure);
  co_await aio::to_thread([] { nap(); });
  co_await loop.run_in_executor([] { return measure(); });
  std::thread thread([] { nap(); });
  thread.detach();
  auto task = std::async(std::launch::async, [] { nap(); });
  co_await loop.run_in_executor([&] { task.wait(); });
}

int main() {
  nap();
  measure();
}

namespace home {
/// A pool that no model describes.
class Pool {
public:
  struct Schedule {
    bool await_ready();
    void await_suspend(std::coroutine_handle<> handle);
    void await_resume();
  };
  Schedule schedule();
  void post(void (*work)());
};
Pool::Schedule resumeOn(Pool &pool);
Pool::Schedule pause(int milliseconds);
} // namespace home

template <class P> aio::Coroutine<void> hop(P &pool) {
  co_await pool.schedule();
  nap();
}

aio::Coroutine<void> moves(home::Pool &pool) {
  nap();  // expect: async-blocking-call: 'nap' blocks the event loop
  co_await home::resumeOn(pool);
  nap();
  co_await hop(pool);
}

aio::Coroutine<void> pauses() {
  co_await home::pause(1);
  nap();  // expect: async-blocking-call: 'nap' blocks the event loop
}

aio::Coroutine<void> goesOverElementsElsewhere(home::Pool &pool, std::vector<int> &values) {
  std::for_each(values.begin(), values.end(), [](int) {
    nap();  // expect: async-blocking-call: 'nap' blocks the event loop
  });
  co_await pool.schedule();
  std::for_each(values.begin(), values.end(), [](int) { nap(); });
}

// The pool's own coroutine runs what it is given on a thread of the pool.
template <class F> aio::Coroutine<void> submit(home::Pool &pool, F function) {
  function();
  co_return;
}
aio::Coroutine<void> submits(home::Pool &pool) {
  co_await submit(pool, [] { nap(); });
}
