// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/event_loop.h>

#include <optional>

namespace aio {

struct RunOptions {
  /// Without a value, as the environment variable AIO_DEBUG says.
  std::optional<bool> debug;
};

namespace detail {

/// A new event loop and its orderly end: cancels the tasks that are left and runs the loop
/// until they have ended, waits for the thread pool, closes the loop.
class Runner {
public:
  explicit Runner(const RunOptions &options);
  ~Runner();
  EventLoop &loop() noexcept { return loop_; }
  static void check_can_run();

private:
  EventLoop loop_;
};

} // namespace detail

/// Runs the coroutine on a new event loop and returns its result, or throws its exception.
/// Throws RuntimeError on a thread where a loop is running: await the coroutine there.
template <class T>
T run(Coroutine<T> main, RunOptions options = {},
      std::source_location where = std::source_location::current()) {
  detail::Runner::check_can_run();
  detail::Runner runner(options);
  return runner.loop().run_until_complete(std::move(main), where);
}

} // namespace aio
