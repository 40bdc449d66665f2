// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/duration.h>
#include <aio/exceptions.h>
#include <aio/function.h>
#include <aio/ref.h>
#include <aio/slot.h>

namespace aio {

namespace detail {

class LoopState;

/// What a ConcurrentFuture is, its result apart. On any thread.
class ConcurrentCore : public RefCounted {
public:
  using Canceller = MoveOnlyFunction<bool()>;

  /// loop: the one that produces the result, if one does; waiting on its thread is refused.
  explicit ConcurrentCore(const LoopState *loop);
  ~ConcurrentCore() override;

  /// What cancel() calls while it is not done. Dropped when it is done.
  void set_canceller(Canceller canceller);
  bool done() const;
  /// Until it is done, or that long. False if it is not done then.
  bool wait(const Duration *timeout) const;
  bool cancel();
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

} // namespace detail

/// The result of what runs in another thread: a coroutine on a loop there, or a call in a
/// thread pool. A handle that may be used on any thread. Its waits block: never call them on
/// the thread that is to produce the result.
template <class T = void> class ConcurrentFuture {
public:
  bool done() const { return state_->done(); }
  /// Asks the loop to cancel the task, or takes the call out of the pool's queue. False if it
  /// is done already, or if the call has begun.
  bool cancel() const { return state_->cancel(); }

  /// Waits, then returns the result or throws the exception; CancelledError if it was
  /// cancelled. Throws RuntimeError on the thread of the loop if the result is not there, as it
  /// would never come.
  T result() const { return get(nullptr); }
  /// The same, but throws TimeoutError after that long. What runs goes on.
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

} // namespace aio
