// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async.Models=%S/never_suspends.json
// Waiting for what has come to its end when it returns takes no time.
#include <chrono>
#include <coroutine>
#include <exception>
#include <thread>
#include <utility>

namespace work {

class Task {
public:
  struct promise_type {
    std::exception_ptr error;
    int value = 0;
    Task get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { error = std::current_exception(); }
    void return_value(int result) { value = result; }
  };
  Task(Task &&) noexcept;
  Task &operator=(Task &&) noexcept;
  ~Task();
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};

struct Pause {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>);
  void await_resume() {}
};

int sync_wait(Task task);
Task made(int value);

} // namespace work

using work::Pause;
using work::sync_wait;
using work::Task;

Task immediate() { co_return 1; }
Task suspended() {
  co_await Pause();
  co_return 1;
}
Task awaits() { co_return co_await immediate(); }
Task blocks() {
  std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
  co_return 1;
}
Task declared();

Task clean() {
  auto local = []() -> Task { co_return 2; };
  Task kept = local();
  int sum = sync_wait(immediate()) + sync_wait(local()) + sync_wait(work::made(3));
  co_return sum + sync_wait(std::move(kept));
}

Task flagged() {
  auto local = []() -> Task {
    co_await Pause();
    co_return 2;
  };
  int sum = sync_wait(suspended()); // expect: async-blocking-wait: 'work::sync_wait' blocks the event loop
  sum += sync_wait(local()); // expect: async-blocking-wait: 'work::sync_wait' blocks the event loop
  Task later = immediate();
  later = suspended();
  sum += sync_wait(std::move(later)); // expect: async-blocking-wait: 'work::sync_wait' blocks the event loop
  sum += sync_wait(blocks()); // expect: async-blocking-wait: 'work::sync_wait' blocks the event loop
  sum += sync_wait(declared()); // expect: async-blocking-wait: 'work::sync_wait' blocks the event loop
  co_return sum;
}
