// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Hops that are known by what their awaiter does or by annotation, and guards of thread_local
// variables.
#include <coroutine>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<> waiter);
  void await_resume();
};

struct Stats {
  int count;
  void add(int n);
};
thread_local Stats stats;

/// Resumes the coroutine on a thread of its own.
struct NewThread {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> waiter) {
    std::thread([waiter] { waiter.resume(); }).detach();
  }
  void await_resume() {}
};

/// The same, with the handle itself as what the thread runs.
struct NewThreadByHandle {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> waiter) { std::jthread(waiter).detach(); }
  void await_resume() {}
};

class Workers {
public:
  void add(std::function<void()> work);

private:
  std::thread threads_[4];
};

struct ToWorkers {
  Workers &workers;
  bool await_ready() { return false; }
  template <class Promise> void await_suspend(std::coroutine_handle<Promise> waiter) {
    workers.add([waiter] { waiter(); });
  }
  void await_resume() {}
};

struct Loop {
  void post(std::function<void()> work);
};

/// Works on a thread, and resumes the coroutine on its loop.
struct Offload {
  Loop &loop;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> waiter) {
    std::thread([this, waiter] { loop.post(waiter); }).detach();
  }
  void await_resume() {}
};

/// The loop resumes it.
struct Later {
  Loop &loop;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> waiter) { loop.post(waiter); }
  void await_resume() {}
};

struct Operation {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> waiter);
  void await_resume();
};
[[clang::annotate("asynctidy::hops")]] Operation go_away();

struct [[clang::annotate("asynctidy::thread_pool")]] Crowd {
  Operation schedule();
};
class static_thread_pool;
struct Scheduler {
  static_thread_pool *pool;
  Operation schedule();
};

Task new_thread() {
  Stats &mine = stats;
  co_await NewThread{};
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task by_handle() {
  Stats &mine = stats;
  co_await NewThreadByHandle{};
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task workers(Workers &workers) {
  Stats &mine = stats;
  co_await ToWorkers{workers};
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task annotated() {
  Stats &mine = stats;
  co_await go_away();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task annotated_pool(Crowd &crowd) {
  Stats &mine = stats;
  co_await crowd.schedule();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task scheduler_of_a_pool(Scheduler scheduler) {
  Stats &mine = stats;
  co_await scheduler.schedule();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task comes_back(Loop &loop) {
  Stats &mine = stats;
  co_await Offload{loop};
  mine.add(1);
  co_await Later{loop};
  mine.add(1);
}

struct Span {};
thread_local Span *active = nullptr;
thread_local int depth = 0;
thread_local std::vector<Span *> stack;

/// Sets what the thread's current span is, and puts the one before it back.
class Scope {
public:
  explicit Scope(Span &span) : before_(std::exchange(active, &span)) {}
  ~Scope() { active = before_; }
  void close();

private:
  Span *before_;
};

struct Deeper {
  Deeper() { ++depth; }
  ~Deeper() { --depth; }
};

struct Pushed {
  explicit Pushed(Span &span) { stack.push_back(&span); }
  ~Pushed() { stack.pop_back(); }
};

struct Saved {
  Span *before = active;
  ~Saved() { active = before; }
};

/// Does not begin with what it changes.
struct Clears {
  ~Clears() { active = nullptr; }
};

struct Looks {
  Looks() : begun(depth) {}
  ~Looks() { (void)(begun == depth); }
  int begun;
};

Task scope(Crowd &crowd, Span &span) {
  Scope scope(span);
  co_await crowd.schedule(); // expect: async-thread-affine-across-suspend: the coroutine moves to another thread while it holds 'scope': 'active' stays as it is on the thread it leaves
                             // note: it begins here
                             // note: end its scope before
}

Task counted(Crowd &crowd) {
  const Deeper deeper;
  co_await crowd.schedule(); // expect: async-thread-affine-across-suspend: while it holds 'deeper': 'depth' stays
}

Task pushed(Crowd &crowd, Span &span, bool far) {
  Pushed pushed{span};
  if (far)
    co_await crowd.schedule(); // expect: async-thread-affine-across-suspend: while it holds 'pushed': 'stack' stays
}

Task saved() {
  Saved saved;
  co_await NewThread{}; // expect: async-thread-affine-across-suspend: while it holds 'saved': 'active' stays
}

Task ended_in_time(Crowd &crowd, Span &span) {
  {
    Scope scope(span);
  }
  co_await crowd.schedule();
  Scope again(span);
}

Task stays(Loop &loop, Span &span) {
  Scope scope(span);
  co_await Later{loop};
}

Task closed_by_hand(Crowd &crowd, Span &span) {
  Scope scope(span);
  scope.close();
  co_await crowd.schedule();
}

Task others(Crowd &crowd) {
  Clears clears;
  Looks looks;
  co_await crowd.schedule();
}
