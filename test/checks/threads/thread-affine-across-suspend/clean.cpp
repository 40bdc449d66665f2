// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stays on the thread, what may come back to it, and what may be meant.
#include <atomic>
#include <cassert>
#include <cerrno>
#include <mutex>
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

struct Operation {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> waiter);
  void await_resume();
};

class Pool {
public:
  Operation schedule();
  void enqueue(std::function<void()> work);
  Operation run(std::function<void()> work);

private:
  std::vector<std::thread> threads_;
};

/// One thread that drives everything.
class Loop {
public:
  Operation schedule();
  Operation sleep(int seconds);
  void post(std::function<void()> work);
};

Operation resume_on(Pool &pool);
Operation resume_on(Loop &loop);
Operation drain(Pool &pool);
Task work();

struct Stats {
  int count;
  void add(int n);
};

struct Shared {
  std::mutex mutex;
  int count;
};

thread_local Stats stats;
thread_local Stats *current;
thread_local Stats &alias = *new Stats;
thread_local const int number = 7;
thread_local std::atomic<int> flag;
thread_local Shared shared;
thread_local std::shared_ptr<Stats> held_by_many;
thread_local std::vector<Stats *> pointers;
Stats global;

void print(int n);
void give_back(Stats *to);

Task single_threaded(Loop &loop) {
  Stats &mine = stats;
  co_await loop.sleep(1);
  mine.add(1);
  co_await work();
  mine.add(1);
  co_await loop.schedule();
  mine.add(1);
}

Task back_on_the_loop(Loop &loop) {
  int &code = errno;
  co_await resume_on(loop);
  print(code);
}

Task by_name(Pool &pool) {
  stats.add(1);
  co_await pool.schedule();
  stats.add(1);
  print(errno);
}

Task only_before(Pool &pool) {
  Stats &mine = stats;
  mine.add(1);
  co_await pool.schedule();
  (void)mine;
}

Task only_after(Pool &pool) {
  co_await pool.schedule();
  Stats &mine = stats;
  mine.add(1);
}

Task copied_in_time(Pool &pool) {
  Stats mine = stats;
  const int code = errno;
  co_await pool.schedule();
  mine.add(code);
}

Task taken_again(Pool &pool) {
  Stats *mine = &stats;
  mine->add(1);
  co_await pool.schedule();
  mine = &stats;
  mine->add(1);
}

Task taken_again_each_time(Pool &pool, int n) {
  while (n--) {
    Stats &mine = stats;
    mine.add(1);
    co_await pool.schedule();
  }
}

Task in_its_scope(Pool &pool) {
  {
    Stats &mine = stats;
    mine.add(1);
  }
  co_await pool.schedule();
}

Task somewhere_else(Pool &pool) {
  Stats *mine = &stats;
  mine = &global;
  co_await pool.schedule();
  mine->add(1);
}

Task perhaps_back(Pool &pool, Loop &loop) {
  Stats &mine = stats;
  co_await pool.schedule();
  print(1);
  co_await resume_on(loop);
  mine.add(1);
}

Operation to_where_it_was();
Task perhaps_back_by_any_name(Pool &pool) {
  Stats &mine = stats;
  co_await pool.schedule();
  print(1);
  co_await to_where_it_was();
  mine.add(1);
}

Task back(Loop &loop) { co_await loop.schedule(); }
Task perhaps_back_by_a_coroutine(Pool &pool, Loop &loop) {
  Stats &mine = stats;
  co_await pool.schedule();
  co_await back(loop);
  mine.add(1);
}

Task perhaps_the_same_pool(Pool &home, Pool &pool) {
  Stats &mine = stats;
  co_await pool.schedule();
  co_await home.schedule();
  mine.add(1);
}

Task pool_work_comes_back(Pool &pool) {
  Stats &mine = stats;
  co_await pool.run([] { print(1); });
  mine.add(1);
  co_await drain(pool);
  mine.add(1);
}

Task not_awaited(Pool &pool) {
  Stats &mine = stats;
  auto later = pool.schedule();
  mine.add(1);
  co_await later;
}

Task not_on_this_way(Pool &pool, bool far) {
  Stats &mine = stats;
  if (far)
    co_await pool.schedule();
  if (!far)
    mine.add(1);
}

Task early(Pool &pool, bool far) {
  Stats &mine = stats;
  if (far) {
    co_await pool.schedule();
    co_return;
  }
  mine.add(1);
}

Task it_did_not_move(Pool &pool) {
  Stats &mine = stats;
  try {
    co_await pool.schedule();
  } catch (...) {
    mine.add(1);
  }
}

Task asks_which_thread(Pool &pool) {
  Stats *mine = &stats;
  const std::thread::id id = std::this_thread::get_id();
  co_await pool.schedule();
  if (mine != &stats)
    print(1);
  assert(id != std::this_thread::get_id());
}

Task given_back(Pool &pool, Loop &loop) {
  Stats *mine = &stats;
  co_await pool.schedule();
  loop.post([mine] { mine->add(1); });
  give_back(mine);
}

Task value_of_a_pointer(Pool &pool) {
  Stats *mine = current;
  Stats &same = *current;
  Stats &other = alias;
  int &part = current->count;
  Stats *listed = pointers[0];
  co_await pool.schedule();
  mine->add(1);
  same.add(1);
  other.add(1);
  part = 1;
  listed->add(1);
}

Task for_several_threads(Pool &pool) {
  std::atomic<int> &mine = flag;
  Shared &locked = shared;
  Stats *many = held_by_many.get();
  co_await pool.schedule();
  mine = 1;
  std::lock_guard guard(locked.mutex);
  ++locked.count;
  many->add(1);
}

Task constant(Pool &pool) {
  const int &mine = number;
  co_await pool.schedule();
  print(mine);
}

Task no_thread_local(Pool &pool) {
  static Stats once;
  Stats &a = once;
  Stats &b = global;
  co_await pool.schedule();
  a.add(1);
  b.add(1);
}

Stats &perhaps(bool mine) {
  if (mine)
    return stats;
  return global;
}
Stats &unknown();
Task perhaps_a_threads(Pool &pool, bool other) {
  Stats &a = perhaps(other);
  Stats &b = unknown();
  Stats &c = other ? global : stats;
  co_await pool.schedule();
  a.add(1);
  b.add(1);
  c.add(1);
}

Task parameter(Pool &pool, Stats &given = stats) {
  co_await pool.schedule();
  given.add(1);
}

/// A pool that is not seen to have threads, by a word that is not known to move.
struct Executor {
  void execute(std::function<void()> work);
  Operation schedule();
};
Operation resume_on(Executor &executor);
Task unknown_executor(Executor &executor) {
  Stats &mine = stats;
  co_await executor.schedule();
  mine.add(1);
  co_await resume_on(executor);
  mine.add(1);
}

struct Base {
  virtual Stats &own() { return stats; }
};
Task overridden(Pool &pool, Base &base) {
  Stats &mine = base.own();
  co_await pool.schedule();
  mine.add(1);
}

/// Comes back whatever is awaited, as tasks do that keep their executor.
struct Affine {
  struct promise_type {
    Affine get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
    template <class T> std::suspend_always await_transform(T &&awaitable);
  };
};
Affine keeps_its_executor(Pool &pool) {
  Stats &mine = stats;
  co_await pool.schedule();
  mine.add(1);
}

template <class T> Task never_instantiated(T &pool) {
  Stats &mine = stats;
  co_await pool.schedule();
  mine.add(1);
}
