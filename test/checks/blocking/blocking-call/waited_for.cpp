// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async.Models=%S/waited_for.json
// What a coroutine does before its first suspension is done by the thread that waits for it, if one
// does: no loop is there to be blocked.
#include <chrono>
#include <coroutine>
#include <exception>
#include <functional>
#include <thread>
#include <utility>

namespace work {

class Task {
public:
  struct promise_type {
    std::exception_ptr error;
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { error = std::current_exception(); }
    void return_void() {}
  };
  Task(Task &&other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  ~Task() {
    if (handle_)
      handle_.destroy();
  }
  bool await_ready() const { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller);
  void await_resume();

private:
  std::coroutine_handle<promise_type> handle_;
};

struct Pause {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>);
  void await_resume() {}
};

struct Executor {};
void sync_wait(Task task);
void sync_wait(Task task, Executor &executor);
void route(const char *path, Task (*handler)());
void spawn(Task task);
template <class F> void every(F handler) {
  spawn(handler());
}
Task both(Task first, Task second);

} // namespace work

using work::Pause;
using work::sync_wait;
using work::Task;

void nap() { std::this_thread::sleep_for(std::chrono::seconds(1)); }

Task direct() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  nap();
  co_await Pause();
  std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
}

Task inner() {
  nap();
  co_return;
}
Task outer() {
  nap();
  co_await inner();
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
}

Task late() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_return;
}
Task awaitsLate() {
  co_await Pause();
  co_await late();
}

Task rounds(int count) {
  nap();
  for (int i = 0; i < count; ++i) {
    nap(); // expect: async-blocking-call: 'nap' blocks the event loop
    co_await Pause();
  }
}

Task roundsBefore(int count) {
  for (int i = 0; i < count; ++i)
    nap();
  while (count-- > 0)
    co_await Pause();
}

Task twice(bool again) {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
  if (again)
    co_await twice(false);
}

Task also() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
Task handed() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
Task held() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
Task unused() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}

/// The first of the two is over, or suspended, when the second begins: others may wait then.
Task second() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}

Task argument(int);
int slowly() {
  nap();
  return 1;
}
Task inOperand() {
  co_await argument(slowly());
}

/// Others may call these, too.
Task routed() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
Task listed() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
Task (*const handlers[])() = {listed};
Task kept() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
Task global = kept();
struct Handler {
  virtual ~Handler() = default;
  virtual Task handle() = 0;
};
struct Slow : Handler {
  Task handle() override {
    nap(); // expect: async-blocking-call: 'nap' blocks the event loop
    co_await Pause();
  }
};

/// The loop runs what waits.
Task quick() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_return;
}
void load() { sync_wait(quick()); }
Task session() {
  load(); // expect: async-blocking-wait: 'load' calls 'work::sync_wait', which blocks the event loop
  co_await Pause();
}

/// The executor's threads run it.
Task onExecutor() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}

Task again(int count) {
start:
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
  if (--count > 0)
    goto start;
}

Task varied() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
Task (*hook)() = varied;

Task mutual();
void one(int depth);
void other(int depth) {
  if (depth > 0)
    one(depth - 1);
  sync_wait(mutual());
}
void one(int depth) { other(depth); }
Task mutual() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_return;
}
Task calls() {
  one(3); // expect: async-blocking-wait: 'one' calls 'work::sync_wait', which blocks the event loop
  co_await Pause();
}

/// The loop calls it.
Task onMessage() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
[[clang::annotate("asynctidy::on_loop")]] void receive() {
  sync_wait(onMessage()); // expect: async-blocking-wait: 'work::sync_wait' blocks the event loop
}

/// Nobody knows who calls the lambda.
void apply(const std::function<void()> &job);
Task begun() {
  nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  co_await Pause();
}
Task handsOn() {
  apply([] { sync_wait(begun()); });
  co_await Pause();
}

void others(work::Executor &executor, Slow &slow) {
  sync_wait(routed());
  work::route("/", routed);
  sync_wait(listed());
  sync_wait(kept());
  sync_wait(slow.handle());
  sync_wait(onExecutor(), executor);
  sync_wait(again(2));
  sync_wait(varied());
  auto named = []() -> Task {
    nap(); // expect: async-blocking-call: 'nap' blocks the event loop
    co_await Pause();
  };
  sync_wait(named());
  work::every(named);
}

int main() {
  sync_wait(direct());
  sync_wait(outer());
  sync_wait(awaitsLate());
  sync_wait(rounds(3));
  sync_wait(roundsBefore(3));
  sync_wait(inOperand());
  sync_wait(twice(true));
  sync_wait(also());
  work::spawn(also());
  sync_wait(work::both(handed(), second()));
  std::function<Task()> holder = held;
  sync_wait(held());
  sync_wait([]() -> Task {
    nap();
    co_await Pause();
    nap(); // expect: async-blocking-call: 'nap' blocks the event loop
  }());
  auto named = [](int seconds) -> Task {
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    co_await Pause();
  };
  sync_wait(named(1));
}
