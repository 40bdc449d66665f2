// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/schedule.h>

namespace aio {

namespace detail {

/// What a ConcurrentFuture is, its result apart.
class ConcurrentCore : public RefCounted {
public:
  explicit ConcurrentCore(EventLoop &loop);
  ~ConcurrentCore() override;

  bool done() const;
  /// Until it is done, or that long. False if it is not done then.
  bool wait(const Duration *timeout) const;
  bool cancel();
  /// On the loop's thread.
  void started(Ref<FutureCore> task);
  /// The result, if any, is stored already.
  void finish(std::exception_ptr exception);
  std::exception_ptr exception() const;

private:
  struct Impl;
  Impl *impl_;
};

template <class T> class ConcurrentState final : public ConcurrentCore {
public:
  using ConcurrentCore::ConcurrentCore;
  Slot<T> slot;
};

/// The loop's end of it. If it goes before the task is done, there will be no result.
template <class T> class ConcurrentPromise {
public:
  explicit ConcurrentPromise(Ref<ConcurrentState<T>> state) : state_(std::move(state)) {}
  ConcurrentPromise(ConcurrentPromise &&) noexcept = default;
  ConcurrentPromise &operator=(ConcurrentPromise &&) = delete;
  ~ConcurrentPromise() {
    if (state_)
      state_->finish(std::make_exception_ptr(CancelledError()));
  }

  void started(const Task<T> &task) { state_->started(FutureAccess::state<T>(task)); }
  void finish(const Future<T> &done) {
    std::exception_ptr exception;
    try {
      FutureCore &core = *FutureAccess::state(done);
      core.check_result();
      if constexpr (!std::is_void_v<T>)
        state_->slot.set(slot_of<T>(core).share());
    } catch (...) {
      exception = std::current_exception();
    }
    state_->finish(std::move(exception));
  }

private:
  Ref<ConcurrentState<T>> state_;
};

} // namespace detail

/// The result of a coroutine that runs on a loop in another thread. A handle that may be used
/// on any thread. Its waits block: never call them on the loop's own thread.
template <class T = void> class ConcurrentFuture {
public:
  bool done() const { return state_->done(); }
  /// Asks the loop to cancel the task. False if it is done already.
  bool cancel() const { return state_->cancel(); }

  /// Waits, then returns the result or throws the exception. Throws RuntimeError on the thread
  /// of the loop if the result is not there, as it would never come.
  T result() const { return get(nullptr); }
  /// The same, but throws TimeoutError after that long. The task goes on.
  T result(Duration timeout) const { return get(&timeout); }

  explicit ConcurrentFuture(detail::Ref<detail::ConcurrentState<T>> state)
      : state_(std::move(state)) {}

private:
  T get(const Duration *timeout) const {
    if (!state_->wait(timeout))
      throw TimeoutError("ConcurrentFuture.result() timed out");
    if (std::exception_ptr exception = state_->exception())
      std::rethrow_exception(exception);
    return state_->slot.share();
  }

  detail::Ref<detail::ConcurrentState<T>> state_;
};

/// Runs the coroutine as a task of a loop in another thread. Callable on any thread; the loop
/// object must outlive the call.
template <class T>
ConcurrentFuture<T>
run_coroutine_threadsafe(Coroutine<T> coroutine, EventLoop &loop,
                         std::source_location where = std::source_location::current()) {
  detail::Ref<detail::ConcurrentState<T>> state(new detail::ConcurrentState<T>(loop));
  loop.call_soon_threadsafe(
      [coroutine = std::move(coroutine), promise = detail::ConcurrentPromise<T>(state),
       where]() mutable {
        const Task<T> task = ensure_future(std::move(coroutine), where);
        promise.started(task);
        task.add_done_callback(
            [promise = std::move(promise)](Future<T> done) mutable { promise.finish(done); },
            where);
      },
      where);
  return ConcurrentFuture<T>(std::move(state));
}

} // namespace aio
