// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

void log(const char *text);
void report(int attempt);
bool more();
aio::Coroutine<int> fetch(int key);
aio::Coroutine<void> tick();

aio::Coroutine<void> forEver() {
  while (true) {
    try {
      co_await aio::sleep(1);
      co_await tick();
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      log("tick failed");
    }
  }
}

aio::Coroutine<void> atTheEnd() {
  try {
    co_await tick();
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine ends as if it had finished
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("failed");
  }
}

aio::Coroutine<void> returnsEarly() {
  try {
    co_await tick();
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine ends as if it had finished
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("failed");
    co_return;
  }
  log("done");
}

aio::Coroutine<void> behindAnother() {
  try {
    co_await tick();
  } catch (const std::exception &error) {
    log(error.what());
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("something else");
  }
  co_await tick();
}

aio::Coroutine<int> withAFallback() {
  int value = 0;
  try {
    value = co_await fetch(1);
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("using the default");
  }
  co_return value;
}

aio::Coroutine<void> empty() {
  try {
    co_await tick();
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
  }
  co_await tick();
}

aio::Coroutine<void> retries() {
  for (int attempt = 0; attempt < 3; ++attempt) {
    try {
      co_await fetch(attempt);
      break;
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      report(attempt);
    }
  }
}

aio::Coroutine<void> untilItWorks() {
  do {
    try {
      co_await tick();
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      continue;
    }
  } while (more());
}

aio::Coroutine<void> withGoto() {
again:
  try {
    co_await tick();
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    goto again;
  }
}

aio::Coroutine<int> counted() {
  int failures = 0;
  while (more()) {
    try {
      co_await tick();
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      ++failures;
    }
  }
  co_return failures;
}

aio::Coroutine<void> inASwitch(int kind) {
  switch (kind) {
  case 1:
    try {
      co_await tick();
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine ends as if it had finished
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      log("one");
      break;
    }
    log("fine");
    break;
  default:
    co_await tick();
  }
}

aio::Coroutine<void> inTheInner() {
  try {
    try {
      co_await tick();
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      log("inner");
    }
    co_await tick();
  } catch (const aio::CancelledError &) {
    throw;
  }
}

aio::Coroutine<void> inTheOuter() {
  try {
    try {
      co_await tick();
    } catch (const std::exception &) {
      throw;
    }
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("outer");
  }
  co_await tick();
}

aio::Coroutine<void> rangeFor(const std::vector<int> &keys) {
  for (int key : keys)
    try {
      co_await fetch(key);
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      log("skipped");
    }
}

aio::Coroutine<void> suspendsInACondition() {
  try {
    if (co_await fetch(1) > 0)
      log("positive");
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("failed");
  }
  log("goes on");
}

aio::Coroutine<void> otherHandlersBefore() {
  try {
    co_await tick();
  } catch (const aio::InvalidStateError &) {
    throw;
  } catch (int) {
    log("a number");
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("failed");
  }
  co_await tick();
}

aio::Coroutine<void> awaitsATask(aio::Task<int> task) {
  try {
    co_await task;
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("the task failed, or this one is cancelled");
  }
  co_await tick();
}

aio::Coroutine<void> awaitsAFuture(aio::Future<int> future) {
  try {
    co_await future;
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("failed");
  }
  co_await tick();
}

class Worker {
  int failures_ = 0;

  aio::Coroutine<void> run() {
    for (;;) {
      try {
        co_await tick();
      } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                      // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
        ++failures_;
      }
    }
  }
};

void inALambda() {
  auto run = []() -> aio::Coroutine<void> {
    while (more())
      try {
        co_await tick();
      } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                      // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
        log("failed");
      }
  };
  (void)run;
}

template <class T> aio::Coroutine<void> inATemplate(T value) {
  while (more())
    try {
      co_await fetch(value);
    } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                    // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
      log("failed");
    }
}
template aio::Coroutine<void> inATemplate(int);
template aio::Coroutine<void> inATemplate(short);

aio::Coroutine<void> wholeBody() try {
  co_await tick();
} catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine ends as if it had finished
                // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
  log("failed");
}

aio::Coroutine<void> shieldedAndNot() {
  try {
    co_await aio::shield(tick());
    co_await tick();
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine ends as if it had finished
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    log("failed");
  }
}

void note(const char *text) { log(text); }
aio::Coroutine<void> helperThatOnlyLogs() {
  try {
    co_await tick();
  } catch (...) { // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    note("failed");
  }
  co_await tick();
}

#define IGNORED                                                                                    \
  catch (...) {}
aio::Coroutine<void> inAMacro() {
  try {
    co_await tick();
  }
  IGNORED // expect: async-swallowed-cancellation: this handler also catches 'aio::CancelledError': the coroutine goes on as if nobody had cancelled it
  co_await tick();
}

namespace mine {
struct Failure {};
struct [[clang::annotate("asynctidy::cancellation")]] Stopped : Failure {};
struct Operation {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
Operation wait();
} // namespace mine

aio::Coroutine<void> aBaseClass() {
  while (more())
    try {
      co_await mine::wait();
    } catch (const mine::Failure &) { // expect: async-swallowed-cancellation: this handler also catches 'mine::Stopped': the coroutine goes on as if nobody had cancelled it
                                      // fix: } catch (const mine::Stopped &) { throw; } catch (const mine::Failure &) {
      log("failed");
    }
}
