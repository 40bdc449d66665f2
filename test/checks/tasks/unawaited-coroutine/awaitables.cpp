// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Awaitables that are no coroutines, of a library that no model describes.
#include <coroutine>
#include <future>
#include <utility>

namespace home {

class Task {
public:
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  ~Task() {
    if (handle_)
      handle_.destroy();
  }
  bool await_ready();
  void await_suspend(std::coroutine_handle<> awaiting);
  void await_resume();

private:
  std::coroutine_handle<promise_type> handle_;
};

class Mutex {
public:
  class Guard {
  public:
    explicit Guard(Mutex &mutex);
    ~Guard();
  };
  class Lock {
  public:
    bool await_ready();
    void await_suspend(std::coroutine_handle<> awaiting);
    Guard await_resume();
  };
  Lock lock_async();
  Guard lock();
  Lock *pending();
  Lock &request();
};

// An event is awaited by whoever has it; an object of it is more than a request to wait.
class Event {
public:
  void set();
  bool await_ready();
  void await_suspend(std::coroutine_handle<> awaiting);
  void await_resume();
};
Event makeEvent();

struct Delay {};
std::suspend_always operator co_await(Delay);
Delay delay(int milliseconds);

} // namespace home

home::Task critical(home::Mutex &mutex) {
  auto guard = mutex.lock_async();  // expect: async-unawaited-coroutine: the awaitable from 'home::Mutex::lock_async' is stored in 'guard', which is never awaited; it never runs
                                    // fix: auto guard = co_await mutex.lock_async();
  mutex.lock_async();               // expect: async-unawaited-coroutine: the awaitable from 'home::Mutex::lock_async' is never awaited
                                    // fix: co_await mutex.lock_async();
  co_return;
}

home::Task innocent(home::Mutex &mutex) {
  auto guard = co_await mutex.lock_async();
  auto held = mutex.lock();
  mutex.lock();
  mutex.pending();
  mutex.request();
  home::makeEvent();
  auto event = home::makeEvent();
  co_await home::delay(1);
}
