// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/concurrent.h>
#include <aio/schedule.h>

namespace aio {

namespace detail {

/// The task of a coroutine that was sent to another thread's loop, for that thread only: it is
/// gone with the end of the task, as the last handle of a future must not be dropped elsewhere.
struct RemoteTask final : RefCounted {
  Ref<FutureCore> task;
};

/// Cancels the task on its loop.
ConcurrentCore::Canceller remote_canceller(EventLoop &loop, Ref<RemoteTask> remote);

/// The loop's end of a ConcurrentFuture. If it goes before the task is done, there will be no
/// result.
template <class T> class ConcurrentPromise {
public:
  ConcurrentPromise(Ref<ConcurrentState<T>> state, Ref<RemoteTask> remote)
      : state_(std::move(state)), remote_(std::move(remote)) {}
  ConcurrentPromise(ConcurrentPromise &&) noexcept = default;
  ConcurrentPromise &operator=(ConcurrentPromise &&) = delete;
  ~ConcurrentPromise() {
    if (state_)
      end(std::make_exception_ptr(CancelledError()));
  }

  void started(const Task<T> &task) { remote_->task = FutureAccess::state<T>(task); }
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
    end(std::move(exception));
  }

private:
  void end(std::exception_ptr exception) {
    remote_->task = {};
    state_->finish(std::move(exception));
  }

  Ref<ConcurrentState<T>> state_;
  Ref<RemoteTask> remote_;
};

} // namespace detail

/// Runs the coroutine as a task of a loop in another thread. Callable on any thread; the loop
/// object must outlive the call.
template <class T>
ConcurrentFuture<T>
run_coroutine_threadsafe(Coroutine<T> coroutine, EventLoop &loop,
                         std::source_location where = std::source_location::current()) {
  detail::Ref state(new detail::ConcurrentState<T>(&detail::loop_state(loop)));
  const detail::Ref remote(new detail::RemoteTask);
  state->set_canceller(detail::remote_canceller(loop, remote));
  loop.call_soon_threadsafe(
      [coroutine = std::move(coroutine), promise = detail::ConcurrentPromise<T>(state, remote),
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
