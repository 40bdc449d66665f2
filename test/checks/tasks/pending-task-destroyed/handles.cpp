// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tasks that start at once and end with their handle: nothing says that this is how to cancel them.
#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace shop {

template <class T> class [[nodiscard]] Job {
public:
  struct promise_type {
    Job get_return_object() {
      return Job(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() noexcept { return {}; }
    auto final_suspend() noexcept {
      struct Last {
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> last) noexcept {
          auto next = last.promise().next;
          return next ? next : std::noop_coroutine();
        }
        void await_resume() const noexcept {}
      };
      return Last{};
    }
    void unhandled_exception() { error = std::current_exception(); }
    void return_value(T result) { value = std::move(result); }
    std::coroutine_handle<> next;
    std::exception_ptr error;
    T value{};
  };

  Job(Job &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Job &operator=(Job &&other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Job() {
    if (handle_)
      handle_.destroy();
  }

  bool ready() const { return handle_.done(); }
  bool busy() const { return !handle_.done(); }
  auto operator co_await() noexcept {
    struct Awaiter {
      std::coroutine_handle<promise_type> handle;
      bool await_ready() const noexcept { return handle.done(); }
      void await_suspend(std::coroutine_handle<> waiting) noexcept {
        handle.promise().next = waiting;
      }
      T await_resume() {
        if (handle.promise().error)
          std::rethrow_exception(handle.promise().error);
        return std::move(handle.promise().value);
      }
    };
    return Awaiter{handle_};
  }

private:
  explicit Job(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};

} // namespace shop

using shop::Job;
Job<int> bake(int what);
Job<int> wrap(Job<int> inner);
void keep(Job<int> job);
void log(const char *text);
int cached(int what);
struct Shelf {
  std::vector<Job<int>> jobs;
  std::optional<Job<int>> last;
};

Job<int> earlyReturn(int what) {
  auto job = bake(what); // expect: async-pending-task-destroyed: the task from 'bake' is kept in 'job', whose destructor destroys it halfway on a way on which nobody has waited for it
                         // note: if this holds
                         // note: wait for it on every way
  if (int known = cached(what))
    co_return known;
  co_return co_await job;
}

Job<int> oneBranch(bool wanted) {
  auto job = bake(1); // expect: async-pending-task-destroyed: nobody has waited
  int result = 0;
  if (wanted)
    result = co_await job;
  co_return result;
}

Job<int> siblings() {
  auto first = bake(1);
  auto second = bake(2); // expect: async-pending-task-destroyed: is kept in 'second' while other work is awaited; if that throws, the destructor of 'second' destroys it halfway
                         // note: if this throws
  co_return co_await first + co_await second;
}

Job<int> handlerForgets() {
  auto first = bake(1);
  auto second = bake(2); // expect: async-pending-task-destroyed: is kept in 'second'
  try {
    int sum = co_await first;
    co_return sum + co_await second;
  } catch (const std::exception &) {
    log("failed");
  }
  co_return 0;
}

Job<int> inALoop(int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) {
    auto job = bake(i); // expect: async-pending-task-destroyed: nobody has waited
    if (i % 2)
      continue;
    sum += co_await job;
  }
  co_return sum;
}

Job<int> leavingALoop(int count) {
  for (int i = 0; i < count; ++i) {
    auto job = bake(i); // expect: async-pending-task-destroyed: nobody has waited
    if (i == 3)
      break;
    co_await job;
  }
  co_return 0;
}

/// What ready() says is not known, yet nobody waits whatever it says.
Job<int> asked() {
  auto job = bake(1); // expect: async-pending-task-destroyed: nobody has waited
  if (!job.ready())
    log("let us see");
  co_return 1;
}

Job<int> switched(int how) {
  Job<int> job = bake(how); // expect: async-pending-task-destroyed: nobody has waited
  switch (how) {
  case 0:
    co_return co_await job;
  case 1:
    co_return 1;
  }
  co_return co_await job;
}

Job<int> jumped(bool quick) {
  auto job = bake(1); // expect: async-pending-task-destroyed: nobody has waited
  if (quick)
    goto end;
  co_await job;
end:
  co_return 0;
}

void plain(bool wanted) {
  auto job = bake(1); // expect: async-pending-task-destroyed: nobody has waited
  if (wanted)
    keep(std::move(job));
}

Job<int> thrown(bool bad) {
  auto job = bake(1); // expect: async-pending-task-destroyed: is kept in 'job'
  if (bad)
    throw std::runtime_error("bad");
  co_return co_await job;
}

auto lambda = [](bool wanted) -> Job<int> {
  auto job = bake(1); // expect: async-pending-task-destroyed: nobody has waited
  if (!wanted)
    co_return 0;
  co_return co_await job;
};

template <class T> Job<int> generic(T value) {
  auto job = bake(1); // expect: async-pending-task-destroyed: nobody has waited
  if (value > 3)
    co_return 0;
  co_return co_await job;
}
template Job<int> generic(int);
template Job<int> generic(long);

#define START(name, what) auto name = bake(what)
Job<int> macro(bool wanted) {
  START(job, 1); // expect: async-pending-task-destroyed: nobody has waited
  if (wanted)
    co_return co_await job;
  co_return 0;
}

// Silent from here on.

Job<int> waitedFor() {
  auto job = bake(1);
  log("between");
  co_return co_await job;
}

Job<int> onEveryWay(bool quick) {
  auto job = bake(1);
  if (quick)
    co_return co_await job;
  co_return 1 + co_await job;
}

Job<int> sameTestTwice(bool quick) {
  auto job = bake(1);
  int sum = 0;
  if (quick)
    sum = co_await job;
  if (!quick)
    sum = 1 + co_await job;
  co_return sum;
}

Job<int> givenAway(Shelf &shelf) {
  auto stored = bake(1);
  shelf.jobs.push_back(std::move(stored));
  auto assigned = bake(2);
  shelf.last = std::move(assigned);
  auto passed = bake(3);
  keep(std::move(passed));
  auto wrapped = bake(4);
  co_return co_await wrap(std::move(wrapped));
}

Job<int> returned(bool quick) {
  auto job = bake(1);
  if (quick)
    log("quick");
  return job;
}

Job<int> captured() {
  auto job = bake(1);
  auto later = [job = std::move(job)]() mutable -> Job<int> { co_return co_await job; };
  co_return co_await later();
}

Job<int> referred() {
  auto job = bake(1);
  auto &same = job;
  co_return co_await same;
}

/// Two questions may mean opposite things.
Job<int> askedTwice() {
  auto job = bake(1);
  if (job.ready())
    co_return 0;
  if (job.busy())
    co_return co_await job;
  co_return 1;
}

Job<int> done() {
  auto job = bake(1);
  if (job.ready())
    co_return 1;
  co_return co_await job;
}

/// The exception is kept until everybody has been awaited.
Job<int> oneAfterTheOther() {
  auto first = bake(1);
  auto second = bake(2);
  std::exception_ptr error;
  int sum = 0;
  try {
    sum = co_await first;
  } catch (...) {
    error = std::current_exception();
  }
  sum += co_await second;
  if (error)
    std::rethrow_exception(error);
  co_return sum;
}

Job<int> inAnOwner() {
  auto job = std::make_unique<Job<int>>(bake(1));
  co_return co_await *job;
}

/// No new work.
Job<int> takenOver(Job<int> given, bool quick) {
  auto job = std::exchange(given, bake(2));
  if (quick)
    co_return 0;
  co_return co_await job;
}

#define OURS_CHECK(condition) check(condition)
void check(bool holds);

Job<int> watchedByATest() {
  auto job = bake(1);
  OURS_CHECK(!job.ready());
  co_await bake(2);
  OURS_CHECK(job.ready());
  co_return 0;
}
