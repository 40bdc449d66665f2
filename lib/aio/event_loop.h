// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/duration.h>
#include <aio/executor.h>
#include <aio/handle.h>
#include <aio/loop_work.h>
#include <aio/task.h>

namespace aio {

class EventLoop;

namespace detail {
LoopState &loop_state(const EventLoop &loop) noexcept;
}

/// Runs callbacks and tasks, one at a time, on the thread that calls run_forever() or
/// run_until_complete(). No call but call_soon_threadsafe() is allowed on another thread while
/// it runs; debug mode throws RuntimeError there. Every call that schedules something throws
/// RuntimeError on a closed loop.
class EventLoop {
public:
  /// Debug mode is on if the environment variable AIO_DEBUG is set and not empty.
  explicit EventLoop(std::source_location where = std::source_location::current());
  /// Closes the loop. In debug mode a loop that was not closed before is reported.
  /// The loop must not be running.
  ~EventLoop();
  EventLoop(const EventLoop &) = delete;
  EventLoop &operator=(const EventLoop &) = delete;

  /// Until stop(). Throws RuntimeError if this loop, or another one on this thread, is running.
  void run_forever();
  /// Until the future is done, then its result. Throws as run_forever(), and RuntimeError if
  /// the loop is stopped before.
  template <class T>
  T run_until_complete(Coroutine<T> coroutine,
                       std::source_location where = std::source_location::current());
  template <class T> T run_until_complete(Future<T> future) {
    run_until_done(*detail::FutureAccess::state(future), false);
    return std::move(future).result();
  }
  /// Ends run_forever() after the callbacks that are ready now; before it, after one turn.
  void stop();
  bool is_running() const;
  /// Drops all that is scheduled, destroys pending tasks, each with a report, and waits for
  /// what still runs in the thread pool. Throws RuntimeError if the loop is running.
  void close();
  bool is_closed() const;
  /// Closes all async generators that have started and not ended, side by side; reports what
  /// they throw. One that starts later is reported. run() calls it at its end.
  Coroutine<void> shutdown_asyncgens();
  /// Waits for the calls in the default executor, which takes no more. run() calls it at its end.
  Coroutine<void> shutdown_default_executor();

  /// Seconds on a steady clock.
  double time() const;
  Handle call_soon(Callback callback, std::source_location where = std::source_location::current());
  TimerHandle call_later(Duration delay, Callback callback,
                         std::source_location where = std::source_location::current());
  /// when: in seconds, on the clock of time().
  TimerHandle call_at(double when, Callback callback,
                      std::source_location where = std::source_location::current());
  /// On any thread, also while the loop runs. The loop object must outlive the call.
  Handle call_soon_threadsafe(Callback callback,
                              std::source_location where = std::source_location::current());

  template <class T = void>
  Future<T> create_future(std::source_location where = std::source_location::current()) {
    return detail::FutureAccess::make(detail::Ref(new detail::FutureState<T>(*state_, where)));
  }
  /// Its first step runs in a later turn of the loop. Without a name it is called "Task-N".
  template <class T>
  Task<T> create_task(Coroutine<T> coroutine, const char *name = nullptr,
                      std::source_location where = std::source_location::current());

  /// Calls the function on a thread of the default executor, a ThreadPoolExecutor that is made
  /// when it is needed. Cancelling the future does not stop a call that has begun: what the
  /// function refers to must outlive the call, not just the await. It is destroyed on the loop's
  /// thread. Throws RuntimeError after shutdown_default_executor().
  template <class F>
  Future<std::invoke_result_t<F &>>
  run_in_executor(F function, std::source_location where = std::source_location::current()) {
    return start_call(nullptr, std::move(function), where);
  }
  /// The same in another executor. Throws RuntimeError after that one's shutdown().
  template <class F>
  Future<std::invoke_result_t<F &>>
  run_in_executor(const ThreadPoolExecutor &executor, F function,
                  std::source_location where = std::source_location::current()) {
    return start_call(&executor, std::move(function), where);
  }
  /// The loop's close() shuts it down.
  void set_default_executor(const ThreadPoolExecutor &executor);

  /// Calls back on the loop whenever the signal comes, instead of what it did before. Replaces the
  /// handler that is there. Throws ValueError for what is no signal, RuntimeError for one that
  /// cannot be caught and outside the process's main thread, TypeError for a coroutine.
  void add_signal_handler(int signal, Callback callback,
                          std::source_location where = std::source_location::current());
  /// Then the signal does what it does by default. False if there is no handler.
  bool remove_signal_handler(int signal);

  void set_debug(bool enabled);
  bool get_debug() const;
  /// From which duration on debug mode reports a callback or a task's step; 0.1 s at first.
  void set_slow_callback_duration(Duration duration);
  Duration slow_callback_duration() const;

  /// Called for what cannot be thrown at anybody. Without one, or with an empty one, reports
  /// go to default_exception_handler().
  using ExceptionHandler = MoveOnlyFunction<void(EventLoop &, const ExceptionContext &)>;
  void set_exception_handler(ExceptionHandler handler);
  void call_exception_handler(const ExceptionContext &context) noexcept;
  /// Logs the report as one line.
  void default_exception_handler(const ExceptionContext &context);

private:
  friend detail::LoopState &detail::loop_state(const EventLoop &loop) noexcept;
  void check_can_create_task() const;
  void check_can_run() const;
  void run_until_done(detail::FutureCore &future, bool own_task);
  template <class F>
  Future<std::invoke_result_t<F &>> start_call(const ThreadPoolExecutor *executor, F function,
                                               std::source_location where);
  void check_executor_callable(bool is_coroutine) const;
  void start_work(const ThreadPoolExecutor *executor, detail::Ref<detail::LoopWork> work,
                  detail::FutureCore &future);

  detail::Ref<detail::LoopState> state_;
};

/// The loop that runs on this thread; throws RuntimeError if there is none.
EventLoop &get_running_loop();

namespace detail {
/// The same for aio itself.
LoopState &running_loop_state();
} // namespace detail

template <class T>
Task<T> EventLoop::create_task(Coroutine<T> coroutine, const char *name,
                               std::source_location where) {
  check_can_create_task();
  detail::Ref<detail::TaskState<T>> task(
      new detail::TaskState<T>(*state_, detail::CoroutineAccess::release(coroutine), name, where));
  task->start();
  return Task<T>(std::move(task));
}

template <class T>
T EventLoop::run_until_complete(Coroutine<T> coroutine, std::source_location where) {
  check_can_run();
  const Task<T> task = create_task(std::move(coroutine), nullptr, where);
  detail::FutureCore &core = *detail::FutureAccess::state<T>(task);
  run_until_done(core, true);
  core.check_result();
  return detail::slot_of<T>(core).take();
}

template <class F>
Future<std::invoke_result_t<F &>> EventLoop::start_call(const ThreadPoolExecutor *executor,
                                                        F function, std::source_location where) {
  using Result = std::invoke_result_t<F &>;
  check_executor_callable(detail::is_coroutine_function<F>);
  auto future = create_future<Result>(where);
  start_work(executor, new detail::FunctionWork<F, Result>(std::move(function), future),
             *detail::FutureAccess::state(future));
  return future;
}

} // namespace aio
