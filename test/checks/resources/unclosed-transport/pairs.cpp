// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is taken from a lock, a semaphore or a gate, and given back by hand.
#include <aio/aio.h>

#include <functional>

aio::Coroutine<int> fetch();
void log(const char *text);
struct Watch {
  explicit Watch(aio::Lock &lock);
};

class Counter {
public:
  aio::Coroutine<void> thrown() {
    co_await lock_.acquire(); // expect: async-unclosed-transport: what 'aio::Lock::acquire' takes from 'lock_' is not given back when an exception leaves the function
                              // note: if this throws
                              // note: use co_await lock.scoped() instead
    count_ += co_await fetch();
    lock_.release();
  }

  aio::Coroutine<int> earlyReturn() {
    co_await slots_.acquire(); // expect: async-unclosed-transport: what 'aio::Semaphore::acquire' takes from 'slots_' is not given back on every way
    if (count_ > 3)
      co_return 0;
    slots_.release();
    co_return count_;
  }

  aio::Coroutine<void> underATimeout() {
    co_await aio::wait_for(lock_.acquire(), 1); // expect: async-unclosed-transport: is not given back when an exception
    count_ += co_await fetch();
    lock_.release();
  }

  aio::Coroutine<void> inALoop() {
    for (int i = 0; i < 3; ++i) {
      co_await slots_.acquire(); // expect: async-unclosed-transport: is not given back on every way
      if (i == 1)
        continue;
      slots_.release();
    }
  }

  aio::Coroutine<void> inATry() {
    if (count_ > 3) {
      co_await lock_.acquire(); // expect: async-unclosed-transport: is not given back when an exception
      try {
        count_ += co_await fetch();
        lock_.release();
      } catch (const aio::TimeoutError &) {
        log("too late");
        lock_.release();
      }
    }
  }

  // Clean

  aio::Coroutine<void> nothingBetween() {
    co_await lock_.acquire();
    ++count_;
    lock_.release();
    count_ += co_await fetch();
  }

  aio::Coroutine<void> refused() {
    try {
      co_await aio::wait_for(lock_.acquire(), 1);
    } catch (const aio::TimeoutError &) {
      log("somebody else has it");
      co_return;
    }
    lock_.release();
  }

  aio::Coroutine<void> scoped() {
    const auto guard = co_await lock_.scoped();
    count_ += co_await fetch();
  }

  aio::Coroutine<void> kept() {
    co_await lock_.acquire();
    std::exception_ptr error;
    try {
      count_ += co_await fetch();
    } catch (...) {
      error = std::current_exception();
    }
    lock_.release();
    if (error)
      std::rethrow_exception(error);
  }

  /// One takes it, another one gives it back.
  aio::Coroutine<void> take() { co_await slots_.acquire(); }
  void give() { slots_.release(); }

  /// What goes wrong is given back here, the rest by somebody else.
  aio::Coroutine<bool> takeIfAny() {
    co_await slots_.acquire();
    if (count_ == 0) {
      slots_.release();
      co_return false;
    }
    co_return true;
  }

  aio::Coroutine<void> takeUnlessItFails() {
    co_await slots_.acquire();
    try {
      count_ += co_await fetch();
    } catch (...) {
      slots_.release();
      throw;
    }
  }

  /// Whoever calls this holds the lock.
  aio::Coroutine<void> letGoForAWhile() {
    lock_.release();
    count_ += co_await fetch();
    co_await lock_.acquire();
  }

  aio::Coroutine<void> givenBackLater() {
    co_await slots_.acquire();
    const int value = co_await fetch();
    later_ = [this] { slots_.release(); };
    if (value > 3)
      co_return;
    slots_.release();
  }

  aio::Coroutine<void> watched() {
    co_await lock_.acquire();
    Watch watch(lock_);
    count_ += co_await fetch();
    lock_.release();
  }

  aio::Coroutine<void> onCondition(bool wanted) {
    if (wanted)
      co_await lock_.acquire();
    ++count_;
    if (wanted)
      lock_.release();
  }

private:
  aio::Lock lock_;
  aio::Semaphore slots_{3};
  int count_ = 0;
  std::function<void()> later_;
};

/// A gate of one's own.
struct Gate {
  [[clang::annotate("asynctidy::acquires")]] void enter();
  [[clang::annotate("asynctidy::releases")]] void leave() noexcept;
};

aio::Coroutine<int> through(Gate &gate) {
  gate.enter(); // expect: async-unclosed-transport: what 'Gate::enter' takes from 'gate' is not given back when an exception
                // note: keep it in an object whose destructor gives it back
  const int value = co_await fetch();
  gate.leave();
  co_return value;
}

aio::Coroutine<int> cleanThrough(Gate &gate) {
  struct Leaving {
    Gate &gate;
    ~Leaving() { gate.leave(); }
  };
  gate.enter();
  const Leaving leaving{gate};
  co_return co_await fetch();
}
