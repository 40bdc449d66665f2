// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types that no model describes, futures of the standard library, and attributes.
#include <coroutine>
#include <exception>
#include <future>
#include <utility>

/// A lazy task that only an rvalue can be awaited of.
template <class T> struct Job {
  struct promise_type {
    T value{};
    std::exception_ptr error;
    std::coroutine_handle<> next = std::noop_coroutine();
    Job get_return_object() { return Job(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct Final {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> h) noexcept {
        return h.promise().next;
      }
      void await_resume() noexcept {}
    };
    Final final_suspend() noexcept { return {}; }
    void return_value(T v) { value = v; }
    void unhandled_exception() { error = std::current_exception(); }
  };
  struct Awaiter {
    std::coroutine_handle<promise_type> handle;
    bool await_ready() const { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> next) {
      handle.promise().next = next;
      return handle;
    }
    T await_resume() { return handle.promise().value; }
  };
  explicit Job(std::coroutine_handle<promise_type> h) : handle(h) {}
  Job(Job &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  Job &operator=(Job &&) noexcept;
  ~Job() {
    if (handle)
      handle.destroy();
  }
  Awaiter operator co_await() && { return {handle}; }
  Job then(int) &&;
  std::coroutine_handle<promise_type> handle;
};

/// The same, and awaiting it a second time yields the same result.
template <class T> struct Shared : Job<T> {
  using promise_type = typename Job<T>::promise_type;
  Shared(Job<T> &&job) : Job<T>(std::move(job)) {}
  typename Job<T>::Awaiter operator co_await() const & { return {this->handle}; }
};

/// Its awaiter is the object itself, so that only its author can say that once is all.
struct [[clang::annotate("asynctidy::task"), clang::annotate("asynctidy::single_use")]] Ticket {
  Ticket(Ticket &&) noexcept;
  Ticket &operator=(Ticket &&) noexcept;
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
  [[clang::annotate("asynctidy::consumes")]] int redeem();
  bool valid() const;
  void print();
};

Job<int> work();
Shared<int> share();
Ticket ticket();
void look(int);

Job<int> twice() {
  auto job = work();
  co_await std::move(job);
  co_return co_await std::move(job); // expect: async-double-await: 'job' is awaited again
}

Job<int> afterAMethodForRvalues() {
  auto job = work();
  auto chained = std::move(job).then(1);
  co_await std::move(chained);
  co_return co_await std::move(job); // expect: async-double-await: 'job' is awaited after it was used up
}

Job<int> chainedTwice() {
  auto job = work();
  co_await std::move(job).then(1);
  co_return co_await std::move(job).then(2); // expect: async-double-await: 'job' is used again
}

Job<int> chainedIntoItself() {
  auto job = work();
  job = std::move(job).then(1);
  co_return co_await std::move(job);
}

Job<int> shared() {
  auto job = share();
  co_await job;
  co_return co_await job;
}

Job<int> sharedButMoved() {
  auto job = share();
  auto other = std::move(job);
  co_await other;
  co_return co_await job; // expect: async-double-await: 'job' is awaited after it was moved away
}

Job<int> annotated() {
  auto once = ticket();
  co_await once;
  co_return co_await once; // expect: async-double-await: 'once' is awaited again; no result is left in it
}

Job<int> redeemed() {
  auto once = ticket();
  once.redeem();
  if (!once.valid())
    co_return 0;
  co_return co_await once;
}

Job<int> redeemedAndAwaited() {
  auto once = ticket();
  look(once.redeem());
  co_return co_await once; // expect: async-double-await: 'once' is awaited after it was used up
}

// print() may do anything.
Job<int> unknownBetween() {
  auto once = ticket();
  co_await once;
  once.print();
  co_return co_await once;
}

int futures() {
  std::promise<int> promise;
  auto future = promise.get_future();
  promise.set_value(1);
  int first = future.get();
  return first + future.get(); // expect: async-double-await: 'future' is used again; no result is left in it after the first time
}

int afterAnError(std::future<int> future) {
  try {
    return future.get();
  } catch (const std::exception &) {
    look(1);
  }
  return future.get(); // expect: async-double-await: 'future' is used again
                       // note: if this throws
}

void waitsForNothing(std::future<int> future) {
  look(future.get());
  future.wait(); // expect: async-double-await: 'future' is used again
}

int sharedFuture(std::future<int> future) {
  std::shared_future<int> many = future.share();
  return many.get() + many.get();
}

int sharedTooLate(std::future<int> future) {
  auto many = future.share();
  return many.get() + future.get(); // expect: async-double-await: 'future' is used again
}

int asked(std::future<int> future) {
  look(future.get());
  return future.valid() ? future.get() : 0;
}

int inALoop(std::future<int> future) {
  int sum = 0;
  for (int i = 0; i < 3; ++i)
    sum += future.get(); // expect: async-double-await: 'future' is used in each round of the loop
  return sum;
}

struct Result {
  Result(int);
  ~Result();
};
bool isFine(Result);

void inTheCondition(std::future<int> future) {
  if (future.valid() && !isFine(future.get()))
    look(future.get()); // expect: async-double-await: 'future' is used again
}
