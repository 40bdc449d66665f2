// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <future>

/// aio marks its classes, so that functions need not.
aio::Coroutine<int> work() { co_return 1; }
aio::Task<int> start() { return aio::create_task(work()); }
aio::Future<int> promise() { return aio::get_running_loop().create_future<int>(); }

[[nodiscard]] std::future<int> answer() { return std::async([] { return 42; }); }
[[clang::annotate("asynctidy::detaches")]] std::future<int> background() { return answer(); }

struct Service {
  [[nodiscard]] static std::future<int> ask() { return answer(); }
  virtual aio::Coroutine<void> stop() { co_return; }
};

void waits() {
  int value = answer().get() + Service::ask().get();
  background().wait();
  (void)value;
}
