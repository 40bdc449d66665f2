// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-discarded-task.AllowedTypes=aio::Task
#include <aio/aio.h>

#include <future>
#include <thread>
#include <vector>

aio::Coroutine<void> goodbye(int id);
int compute();

struct Closed {
  aio::Coroutine<void> close() { co_await goodbye(1); }
  ~Closed() = default;
};

struct Owner {
  std::vector<aio::Task<void>> &tasks;
  ~Owner() { tasks.push_back(aio::create_task(goodbye(1))); }
};

struct Group {
  aio::TaskGroup &group;
  ~Group() { group.create_task(goodbye(1)); }
};

struct Cancels {
  aio::Task<void> task;
  ~Cancels() { task.cancel(); }
};

struct Waits {
  std::thread thread;
  ~Waits() {
    thread.join();
    auto result = std::async(compute);
    result.get();
  }
};

/// Others call it, too: it is no part of the end.
class Shared {
public:
  ~Shared() { notify(); }
  void work() { notify(); }

private:
  void notify() { aio::create_task(goodbye(1)); }
};

class Reachable {
public:
  ~Reachable() { notify(); }
  void notify() { aio::create_task(goodbye(1)); }
};

void free() { aio::create_task(goodbye(1)); }

struct Later {
  ~Later() {
    static auto end = [] { aio::create_task(goodbye(1)); };
    (void)end;
  }
};

struct Plain {
  ~Plain() { compute(); }
};
