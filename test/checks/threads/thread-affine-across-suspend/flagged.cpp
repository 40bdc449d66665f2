// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// References and pointers to what a thread owns, used after the coroutine moved to a pool.
#include <array>
#include <cerrno>
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

private:
  std::vector<std::thread> threads_;
};

Operation resume_on(Pool &pool);
Task work();

struct Stats {
  int count;
  int failures[4];
  void add(int n);
  bool full() const;
};

thread_local Stats stats;
thread_local char buffer[64];
thread_local std::vector<int> numbers;
thread_local std::string text;
thread_local std::unique_ptr<Stats> owned;
thread_local std::pair<int, Stats> both;
__thread int depth;
extern thread_local Stats elsewhere;

void look(const Stats &stats);
void print(int n);

Task straight(Pool &pool) {
  Stats &mine = stats; // a reference
  mine.add(1);
  co_await pool.schedule();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats' of the thread that the coroutine has left
               // note: the coroutine goes on on another thread here
               // note: it is taken here
               // note: name 'stats' again for this thread's object
}

Task assigns(Pool &pool) {
  auto &mine = stats.count;
  co_await resume_on(pool);
  mine = 1; // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task increases(Pool &pool) {
  int &mine = depth;
  ++mine;
  co_await pool.schedule();
  --mine; // expect: async-thread-affine-across-suspend: 'mine' still refers to 'depth'
}

Task pointer(Pool &pool) {
  Stats *mine = &stats;
  co_await pool.schedule();
  mine->add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task const_pointer(Pool *pool) {
  auto *const mine = std::addressof(elsewhere);
  co_await pool->schedule();
  look(*mine); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'elsewhere'
}

Task element(Pool &pool) {
  char *mine = buffer;
  co_await pool.schedule();
  mine[0] = 'x'; // expect: async-thread-affine-across-suspend: 'mine' still refers to 'buffer'
}

Task given_to_the_library(Pool &pool) {
  char *mine = buffer;
  co_await pool.schedule();
  std::memset(mine, 0, 8); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'buffer'
}

Task one_of_an_array(Pool &pool, int n) {
  int &mine = stats.failures[n];
  co_await pool.schedule();
  mine += 1; // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task container(Pool &pool) {
  auto &mine = numbers;
  co_await pool.schedule();
  mine.push_back(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'numbers'
}

Task in_a_container(Pool &pool) {
  const int &first = numbers.front();
  const char *characters = text.c_str();
  co_await pool.schedule();
  print(first); // expect: async-thread-affine-across-suspend: 'first' still refers to 'numbers'
  std::puts(characters); // expect: async-thread-affine-across-suspend: 'characters' still refers to 'text'
}

Task owner(Pool &pool) {
  Stats *mine = owned.get();
  Stats &same = *owned;
  co_await pool.schedule();
  mine->add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'owned'
  same.add(1);  // expect: async-thread-affine-across-suspend: 'same' still refers to 'owned'
}

Task through_a_reference(Pool &pool) {
  Stats &whole = stats;
  int &part = whole.count;
  co_await pool.schedule();
  print(part); // expect: async-thread-affine-across-suspend: 'part' still refers to 'stats'
}

Task binding(Pool &pool) {
  auto &[number, mine] = both;
  co_await pool.schedule();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'both'
}

Task error(Pool &pool) {
  int &code = errno;
  co_await pool.schedule();
  if (code == EAGAIN) // expect: async-thread-affine-across-suspend: 'code' still refers to 'errno' of the thread that the coroutine has left
                      // note: the coroutine goes on on another thread here
                      // note: copy the value before the co_await
    co_return;
}

Task error_pointer(Pool &pool) {
  int *code = &errno;
  co_await pool.schedule();
  print(*code); // expect: async-thread-affine-across-suspend: 'code' still refers to 'errno'
}

Stats &this_threads() { return stats; }
Stats *this_threads_pointer() {
  static thread_local Stats local;
  if (local.full())
    local.count = 0;
  return &local;
}
Stats &twice_removed() { return this_threads(); }

Task function(Pool &pool) {
  auto &mine = this_threads();
  auto *local = this_threads_pointer();
  Stats &far = twice_removed();
  co_await pool.schedule();
  mine.add(1);   // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
  local->add(1); // expect: async-thread-affine-across-suspend: 'local' still refers to 'local'
  far.add(1);    // expect: async-thread-affine-across-suspend: 'far' still refers to 'stats'
}

struct Worker {
  static thread_local Stats current;
  static Stats &get() { return current; }
  Pool &pool;

  Task run() {
    Stats &mine = current;
    Stats &same = this->current;
    Stats &got = Worker::get();
    co_await pool.schedule();
    mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'current'
    same.add(1); // expect: async-thread-affine-across-suspend: 'same' still refers to 'current'
    got.add(1);  // expect: async-thread-affine-across-suspend: 'got' still refers to 'current'
  }
};

Task on_one_way(Pool &pool, bool far) {
  Stats &mine = stats;
  if (far)
    co_await pool.schedule();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task only_early(Pool &pool, int n) {
  Stats &mine = stats;
  if (n == 0)
    co_return;
  switch (n) {
  case 1:
    co_await pool.schedule();
    break;
  case 2:
    mine.add(2);
    co_return;
  default:
    break;
  }
  print(mine.count); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task in_a_loop(Pool &pool, int n) {
  Stats &mine = stats;
  for (int i = 0; i < n; ++i) {
    mine.add(i); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
    co_await pool.schedule();
  }
}

Task over_elements(Pool &pool) {
  for (int &each : numbers) {
    co_await pool.schedule();
    each = 0; // expect: async-thread-affine-across-suspend: 'each' still refers to 'numbers'
  }
}

Task handler(Pool &pool) {
  Stats &mine = stats;
  try {
    co_await pool.schedule();
    co_await work();
  } catch (...) {
    mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
  }
}

Task jumps(Pool &pool, int n) {
  Stats *mine = &stats;
again:
  if (mine->full()) // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
    co_return;
  co_await pool.schedule();
  if (--n)
    goto again;
}

Task assigned_later(Pool &pool) {
  Stats *mine = nullptr;
  mine = &stats;
  co_await pool.schedule();
  mine->count = 1; // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task either(Pool &pool, bool other) {
  Stats &mine = other ? elsewhere : stats;
  co_await pool.schedule();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'elsewhere'
}

Task work_in_between(Pool &pool) {
  Stats &mine = stats;
  co_await pool.schedule();
  co_await work();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

template <class T> thread_local T slot{};

template <class T> Task instantiated(Pool &pool) {
  T &mine = slot<T>;
  co_await pool.schedule();
  mine = T(); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'slot<
}
Task first(Pool &pool) { return instantiated<int>(pool); }
Task second(Pool &pool) { return instantiated<long>(pool); }

auto lambda = [](Pool &pool) -> Task {
  Stats &mine = stats;
  co_await pool.schedule();
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
};

#define MOVE(pool) co_await (pool).schedule()
Task macro(Pool &pool) {
  Stats &mine = stats;
  MOVE(pool);
  mine.add(1); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

void fill(Stats *to) { to->count = 7; }
Task given_to_a_function(Pool &pool) {
  Stats *mine = &stats;
  co_await pool.schedule();
  fill(mine); // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
}

Task copied_too_late(Pool &pool) {
  const auto &mine = stats;
  co_await pool.schedule();
  Stats copy = mine; // expect: async-thread-affine-across-suspend: 'mine' still refers to 'stats'
  print(copy.count);
}
