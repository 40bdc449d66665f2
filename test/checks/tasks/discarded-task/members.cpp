// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handles in members that nobody looks into.
#include <aio/aio.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

aio::Coroutine<void> work();
aio::Coroutine<int> count();

class Service {
public:
  void start() {
    background_.push_back(aio::create_task(work())); // expect: async-discarded-task: is kept in 'background_', which nobody ever looks into
                                                     // note: wait for what is in 'background_'
    aio::Task<void> named = aio::create_task(work());
    background_.push_back(named); // only what is started right there is followed
  }
  aio::Coroutine<void> more() {
    background_.emplace_back(aio::create_task(work(), "more")); // expect: async-discarded-task: is kept in 'background_'
    co_await work();
  }
  std::function<void()> later() {
    return [this] {
      background_.push_back(aio::create_task(work())); // expect: async-discarded-task: is kept in 'background_'
    };
  }

private:
  std::vector<aio::Task<void>> background_;
};

class Single {
public:
  void start() {
    task_ = aio::create_task(work()); // expect: async-discarded-task: is kept in 'task_'
  }

private:
  aio::Task<void> task_;
};

class Apart {
public:
  void start();

private:
  void again();
  std::map<std::string, aio::Task<int>> tasks_;
};
void Apart::start() {
  tasks_.emplace("a", aio::create_task(count())); // expect: async-discarded-task: is kept in 'tasks_'
}
void Apart::again() { start(); }

/// Clean

class Awaited {
public:
  void start() { tasks_.push_back(aio::create_task(work())); }
  aio::Coroutine<void> stop() {
    for (auto &task : tasks_)
      co_await task;
  }

private:
  std::vector<aio::Task<void>> tasks_;
};

class Cancelled {
public:
  ~Cancelled() {
    if (task_)
      task_.cancel();
  }
  void start() { task_ = aio::create_task(work()); }

private:
  aio::Task<void> task_;
};

class ElsewhereToo {
public:
  void start() { tasks_.push_back(aio::create_task(work())); }
  void stop(); // may do anything

private:
  std::vector<aio::Task<void>> tasks_;
};

class WithAFriend {
public:
  void start() { tasks_.push_back(aio::create_task(work())); }

private:
  friend void watch(WithAFriend &);
  std::vector<aio::Task<void>> tasks_;
};

class Open {
public:
  void start() { tasks_.push_back(aio::create_task(work())); }
  std::vector<aio::Task<void>> tasks_;
};

class Inherited {
public:
  void start() { tasks_.push_back(aio::create_task(work())); }

protected:
  std::vector<aio::Task<void>> tasks_;
};

class Counted {
public:
  void start() { tasks_.push_back(aio::create_task(work())); }
  std::size_t running() const { return tasks_.size(); }

private:
  std::vector<aio::Task<void>> tasks_;
};

class FromALambda {
public:
  void start() {
    tasks_.push_back(aio::create_task(work()));
    stop_ = [this] { tasks_.back().cancel(); };
  }

private:
  std::vector<aio::Task<void>> tasks_;
  std::function<void()> stop_;
};

class Removing {
public:
  void start() {
    auto task = aio::create_task(work());
    task.add_done_callback([this](auto) { tasks_.clear(); });
    tasks_.push_back(task);
    tasks_.push_back(aio::create_task(work()));
  }

private:
  std::vector<aio::Task<void>> tasks_;
};

/// Not the class's own list.
class Another {
public:
  explicit Another(std::vector<aio::Task<void>> &all) : all_(all) {}
  void start() { all_.push_back(aio::create_task(work())); }

private:
  std::vector<aio::Task<void>> &all_;
};

class Returned {
public:
  void start() { group_.tasks.push_back(aio::create_task(work())); }

private:
  struct Group {
    std::vector<aio::Task<void>> tasks;
  };
  Group group_;
};
