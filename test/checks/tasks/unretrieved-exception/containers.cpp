// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-unretrieved-exception.Loops=true
#include <aio/aio.h>

#include <exception>
#include <list>
#include <optional>
#include <utility>
#include <vector>

aio::Coroutine<int> work();
aio::Task<int> begin(int what);
aio::Task<void> note();
void log(const char *text);
void own(std::vector<aio::Task<int>> tasks);
int number();

aio::Coroutine<void> earlyReturn(int count, bool quick) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(aio::create_task(work())); // expect: async-unretrieved-exception: the task from 'aio::create_task' is put into 'tasks', whose elements nobody reads on one way to its end
                                               // note: if this holds
                                               // note: await all of them on every way
  if (quick)
    co_return;
  co_await aio::gather(tasks);
}

aio::Coroutine<void> whileOtherWorkIsAwaited(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i) {
    tasks.push_back(begin(i)); // expect: async-unretrieved-exception: the task from 'begin' is put into 'tasks'; if what is awaited meanwhile throws, nobody reads it there
    co_await note();
  }
  co_await aio::gather(tasks);
}

aio::Coroutine<void> oneAfterTheOther(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(begin(i)); // expect: async-unretrieved-exception: is put into 'tasks', whose elements are awaited one after the other; if one throws, nobody reads those behind it
                               // note: an exception from here leaves the loop
  for (auto &task : tasks)
    co_await task;
}

aio::Coroutine<void> handlerAroundTheLoop(int count) {
  std::list<aio::Task<int>> tasks;
  tasks.emplace_back(begin(count)); // expect: async-unretrieved-exception: awaited one after the other
  try {
    for (auto &task : tasks)
      co_await std::move(task);
  } catch (const std::exception &) {
    log("failed");
  }
}

aio::Coroutine<void> handlerThatForgets() {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1)); // expect: async-unretrieved-exception: nobody reads
  try {
    co_await note();
    co_await aio::gather(tasks);
  } catch (const std::exception &) {
    log("failed");
  }
}

aio::Coroutine<void> onlyCounted() {
  std::vector<aio::Task<int>> tasks;
  tasks.reserve(2);
  tasks.push_back(begin(1)); // expect: async-unretrieved-exception: nobody reads
  if (tasks.size() > 1)
    log("many");
  co_return;
}

void plain(bool wanted) {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1)); // expect: async-unretrieved-exception: nobody reads
  if (wanted)
    own(std::move(tasks));
}

aio::Coroutine<void> throughAVariable(bool quick) {
  std::vector<aio::Task<int>> tasks;
  auto task = begin(1); // expect: async-unretrieved-exception: the task from 'begin' is put into 'tasks'
  tasks.push_back(std::move(task));
  if (quick)
    co_return;
  co_await aio::gather(tasks);
}

aio::Coroutine<void> maybe(bool wanted) {
  std::optional<aio::Task<int>> task;
  task.emplace(begin(1)); // expect: async-unretrieved-exception: is put into 'task'
  if (wanted)
    co_await *task;
}

aio::Coroutine<void> replaced() {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1)); // expect: async-unretrieved-exception: nobody reads
  tasks = {};
  co_return;
}

auto lambda = [](bool quick) -> aio::Coroutine<void> {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1)); // expect: async-unretrieved-exception: nobody reads
  if (!quick)
    co_await aio::gather(tasks);
};

template <class T> aio::Coroutine<void> generic(T quick) {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1)); // expect: async-unretrieved-exception: nobody reads
  if (quick)
    co_return;
  co_await aio::gather(tasks);
}
template aio::Coroutine<void> generic(int);
template aio::Coroutine<void> generic(bool);

// Silent from here on.

aio::Coroutine<void> gathered(int count) {
  std::vector<aio::Task<int>> tasks;
  tasks.reserve(count);
  for (int i = 0; i < count; ++i)
    tasks.push_back(begin(i));
  if (!tasks.empty())
    log("some");
  co_await aio::gather(tasks);
}

aio::Coroutine<void> eachWithItsError(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(begin(i));
  for (auto &task : tasks) {
    try {
      co_await task;
    } catch (const std::exception &) {
      log("failed");
    }
  }
}

aio::Coroutine<void> cancelledInTheHandler() {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1));
  try {
    for (auto &task : tasks)
      co_await task;
  } catch (...) {
    for (auto &task : tasks)
      task.cancel();
    throw;
  }
}

aio::Coroutine<void> keptUntilAllAreAwaited(int count) {
  std::vector<aio::Task<int>> tasks;
  std::exception_ptr error;
  try {
    for (int i = 0; i < count; ++i) {
      tasks.push_back(begin(i));
      co_await note();
    }
  } catch (...) {
    error = std::current_exception();
  }
  co_await aio::gather(tasks);
  if (error)
    std::rethrow_exception(error);
}

std::vector<aio::Task<int>> returned(bool quick) {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1));
  if (quick)
    log("quick");
  return tasks;
}

[[noreturn]] void fail(const char *what);
std::vector<aio::Task<int>> returnedOrAborted(bool fine) {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1));
  fine ? static_cast<void>(0) : fail("it is not fine");
  return tasks;
}

aio::Coroutine<void> emptied(bool wanted) {
  std::vector<aio::Task<int>> tasks;
  if (wanted)
    tasks.push_back(begin(1));
  if (tasks.empty())
    co_return;
  co_await tasks.back();
}

void passed() {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1));
  own(tasks);
}

void member(struct Pool &pool);
struct Pool {
  std::vector<aio::Task<int>> tasks;
  void fill() { tasks.push_back(begin(1)); }
};

aio::Coroutine<void> captured() {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1));
  auto later = [&tasks]() -> aio::Coroutine<void> { co_await aio::gather(tasks); };
  co_await later();
}

/// What is awaited meanwhile began later.
aio::Coroutine<void> betweenTheTwo() {
  std::vector<aio::Task<int>> tasks;
  tasks.push_back(begin(1));
  co_await aio::sleep(1);
  co_await aio::gather(tasks);
}

aio::Coroutine<void> lazyOnes() {
  std::vector<aio::Coroutine<int>> coroutines;
  coroutines.push_back(work());
  for (auto &each : coroutines)
    co_await std::move(each);
}

// Loops that deal with some of the elements only.

aio::Coroutine<void> onlyTheDone(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(begin(i)); // expect: async-unretrieved-exception: the task from 'begin' is put into 'tasks', whose elements nobody reads on one way to its end
  co_await aio::sleep(1);
  for (auto &each : tasks)
    if (each.done())
      log(each.exception() ? "failed" : "done");
}

aio::Coroutine<void> theDoneFirst(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(begin(i));
  for (auto &each : tasks)
    if (each.done())
      log("done");
  co_await aio::gather(tasks);
}

aio::Coroutine<void> cancelsTheOthers(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(begin(i));
  for (auto &each : tasks)
    if (each.done())
      log(each.exception() ? "failed" : "done");
    else
      each.cancel();
}

void take(aio::Task<int> task);

void countedTwice(int count, int other) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(aio::create_task(work()));
  for (int j = 0; j < count; ++j)
    take(std::move(tasks[j]));
  std::vector<aio::Task<int>> fewer;
  for (int i = 0; i < count; ++i)
    fewer.push_back(aio::create_task(work())); // expect: async-unretrieved-exception: is put into 'fewer', whose elements nobody reads
  for (int j = 0; j < other; ++j)
    take(std::move(fewer[j]));
}

void countedAndAsked(int count) {
  std::vector<aio::Task<int>> tasks;
  for (int i = 0; i < count; ++i)
    tasks.push_back(aio::create_task(work())); // expect: async-unretrieved-exception: is put into 'tasks', whose elements nobody reads
  for (int j = 0; j < count; ++j)
    log(tasks.size() > 1 ? "many" : "few");
}
