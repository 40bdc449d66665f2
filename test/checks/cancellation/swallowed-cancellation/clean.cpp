// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

void log(const char *text);
bool more();
aio::Coroutine<int> fetch(int key);
aio::Coroutine<void> tick();
int parse(const char *text);

aio::Coroutine<void> handledBefore() {
  while (more())
    try {
      co_await tick();
    } catch (const aio::CancelledError &) {
      throw;
    } catch (...) {
      log("failed");
    }
}

aio::Coroutine<void> ordinaryErrors() {
  while (more())
    try {
      co_await tick();
    } catch (const std::exception &error) {
      log(error.what());
    }
}

aio::Coroutine<void> rethrows() {
  try {
    co_await tick();
  } catch (...) {
    log("failed");
    throw;
  }
}

aio::Coroutine<void> rethrowsOnOneWay(bool stopping) {
  while (more())
    try {
      co_await tick();
    } catch (...) {
      if (stopping)
        throw;
    }
}

aio::Coroutine<void> throwsAnother() {
  try {
    co_await tick();
  } catch (...) {
    throw std::runtime_error("tick failed");
  }
}

aio::Coroutine<void> keepsIt() {
  std::exception_ptr error;
  try {
    co_await tick();
  } catch (...) {
    error = std::current_exception();
  }
  co_await tick();
  if (error)
    std::rethrow_exception(error);
}

aio::Coroutine<std::exception_ptr> returnsIt() {
  try {
    co_await tick();
  } catch (...) {
    co_return std::current_exception();
  }
  co_return nullptr;
}

aio::Coroutine<void> tells(aio::Future<int> future) {
  try {
    co_await tick();
  } catch (...) {
    if (!future.done())
      future.set_exception(std::current_exception());
  }
}

aio::Coroutine<int> returnsAnErrorValue() {
  try {
    co_return co_await fetch(1);
  } catch (...) {
    co_return -1;
  }
}

aio::Coroutine<bool> keepsThatItFailed() {
  bool good = true;
  try {
    co_await tick();
  } catch (...) {
    good = false;
  }
  co_return good;
}

aio::Coroutine<void> throwsBehindTheHandler() {
  bool failed = false;
  try {
    co_await tick();
  } catch (...) {
    failed = true;
  }
  if (failed) {
    co_await tick();
    throw std::runtime_error("failed");
  }
}

aio::Coroutine<void> noSuspension() {
  try {
    parse("1");
  } catch (...) {
    log("no number");
  }
  co_await tick();
}

aio::Coroutine<void> suspensionInALambda() {
  try {
    auto later = []() -> aio::Coroutine<void> { co_await tick(); };
    (void)later;
  } catch (...) {
    log("no memory");
  }
  co_await tick();
}

aio::Coroutine<void> shielded() {
  try {
    co_await aio::shield(tick());
  } catch (...) {
    log("failed, or somebody does not want to wait any longer");
  }
}

aio::Coroutine<void> itsOwnCancellation() {
  auto task = aio::create_task(tick());
  co_await aio::sleep(1);
  task.cancel();
  try {
    co_await task;
  } catch (...) {
  }
  log("stopped");
}

aio::Coroutine<void> itsOwnCancellations(std::vector<aio::Task<void>> tasks) {
  for (auto &task : tasks)
    task.cancel();
  for (auto &task : tasks)
    try {
      co_await task;
    } catch (...) {
    }
}

void handleException() {
  try {
    throw;
  } catch (const std::exception &error) {
    log(error.what());
  }
}

aio::Coroutine<void> lookedAtElsewhere() {
  try {
    co_await tick();
  } catch (...) {
    handleException();
  }
  co_await tick();
}

void dispatchException();
aio::Coroutine<void> maybeLookedAtElsewhere() {
  try {
    co_await tick();
  } catch (...) {
    dispatchException();
  }
  co_await tick();
}

[[noreturn]] void die(const char *text);
aio::Coroutine<void> ends() {
  try {
    co_await tick();
  } catch (...) {
    die("tick failed");
  }
}

void plain(aio::EventLoop &loop) {
  try {
    loop.run_until_complete(tick());
  } catch (...) {
    log("failed");
  }
}

aio::Coroutine<void> cancellationByName() {
  try {
    co_await tick();
  } catch (const aio::CancelledError &) {
    log("cancelled");
  }
  co_await tick();
}

aio::Coroutine<void> byNameInTheInner() {
  try {
    try {
      co_await tick();
    } catch (const aio::CancelledError &) {
      log("cancelled");
      throw;
    }
  } catch (...) {
    throw;
  }
}

namespace plainlib {
struct Operation {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
Operation wait();
struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
  };
};
Task libraryWithoutCancellation() {
  while (more())
    try {
      co_await wait();
    } catch (...) {
      log("failed");
    }
}
} // namespace plainlib

namespace mine {
struct Failure {};
struct [[clang::annotate("asynctidy::cancellation")]] Stopped : Failure {};
struct Other {};
plainlib::Operation wait();
struct Operation : plainlib::Operation {};
Operation pause();
} // namespace mine

aio::Coroutine<void> anotherClass() {
  while (more())
    try {
      co_await mine::pause();
    } catch (const mine::Stopped &) {
      throw;
    } catch (const mine::Failure &) {
      log("failed");
    }
}

aio::Coroutine<void> unrelatedClass() {
  while (more())
    try {
      co_await mine::pause();
    } catch (const mine::Other &) {
      log("failed");
    }
}

aio::Coroutine<void> stored(std::vector<std::exception_ptr> &errors) {
  while (more())
    try {
      co_await tick();
    } catch (...) {
      errors.push_back(std::current_exception());
    }
}

/// A library's own name for it, which may be faster.
namespace ours {
std::exception_ptr current_exception() noexcept;
}
aio::Coroutine<void> keepsItByAnotherName(std::exception_ptr &error) {
  try {
    co_await tick();
  } catch (...) {
    error = ours::current_exception();
  }
}
