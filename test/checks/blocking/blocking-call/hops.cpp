// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A generator runs on its caller's thread, whatever that is; it is nobody's event loop.
#include <aio/aio.h>

#include <chrono>
#include <coroutine>
#include <future>
#include <thread>

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
