// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/event_loop.h>

#include <optional>

namespace aio {

struct RunOptions {
  /// Without a value, as the environment variable AIO_DEBUG says.
  std::optional<bool> debug;
};

/// A new event loop for one or more runs, and its orderly end.
class Runner {
public:
  explicit Runner(RunOptions options = {},
                  std::source_location where = std::source_location::current());
  /// Closes it. In a running loop only the runner's loop is closed, which destroys its tasks.
  ~Runner();
  Runner(const Runner &) = delete;
  Runner &operator=(const Runner &) = delete;

  /// Runs the coroutine and returns its result, or throws its exception. The tasks that it
  /// leaves go on in the next run. Throws RuntimeError in a running event loop, and once closed.
  template <class T>
  T run(Coroutine<T> main, std::source_location where = std::source_location::current()) {
    check_can_run("Runner.run()");
    return get_loop().run_until_complete(std::move(main), where);
  }
  /// Throws RuntimeError once closed.
  EventLoop &get_loop();
  /// Cancels the tasks that are left and runs the loop until they have ended, closes the async
  /// generators, waits for the default executor, closes the loop. Throws RuntimeError in a running
  /// event loop.
  void close();

  /// Throws RuntimeError where a loop is running: that what cannot be called there.
  static void check_can_run(const char *what);

private:
  void cancel_all_tasks();

  EventLoop loop_;
};

/// Runs the coroutine on a new event loop and returns its result, or throws its exception.
/// Throws RuntimeError on a thread where a loop is running: await the coroutine there.
template <class T>
T run(Coroutine<T> main, RunOptions options = {},
      std::source_location where = std::source_location::current()) {
  Runner::check_can_run("aio::run()");
  Runner runner(options, where);
  return runner.run(std::move(main), where);
}

} // namespace aio
