// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/concurrent.h>

#include <optional>

namespace aio {

namespace detail {

class ThreadPool;

/// One call that a pool makes.
class Work : public RefCounted {
public:
  /// On a thread of the pool. self refers to this and may be the last one.
  virtual void run(Ref<Work> self) noexcept = 0;
  /// The same for work that the end of the pool finds in the queue.
  virtual void drop(Ref<Work> self) noexcept = 0;
};

template <class F, class Result> class SubmittedWork final : public Work {
public:
  SubmittedWork(F function, Ref<ConcurrentState<Result>> state)
      : function_(std::move(function)), state_(std::move(state)) {}

  void run(Ref<Work>) noexcept override {
    std::exception_ptr exception;
    try {
      if constexpr (std::is_void_v<Result>)
        function_();
      else
        state_->slot.set(function_());
    } catch (...) {
      exception = std::current_exception();
    }
    state_->finish(std::move(exception));
  }
  void drop(Ref<Work>) noexcept override {
    state_->finish(std::make_exception_ptr(CancelledError()));
  }

private:
  F function_;
  Ref<ConcurrentState<Result>> state_;
};

} // namespace detail

/// Threads for calls that block. A handle that may be used on any thread; copies are the same
/// pool. When the last one goes it waits for all calls, as shutdown() does.
class ThreadPoolExecutor {
public:
  /// Without a number as many as there are processors and four more, at most 32. Threads start
  /// when they are needed. Throws ValueError unless the number is positive.
  explicit ThreadPoolExecutor(std::optional<int> max_workers = std::nullopt);

  /// Calls the function on one of the threads. Throws RuntimeError after shutdown().
  template <class F> ConcurrentFuture<std::invoke_result_t<F &>> submit(F function) const {
    using Result = std::invoke_result_t<F &>;
    detail::Ref state(new detail::ConcurrentState<Result>(nullptr));
    start(new detail::SubmittedWork<F, Result>(std::move(function), state), state);
    return ConcurrentFuture<Result>(std::move(state));
  }
  /// No call begins any more but those in the queue, or, with cancel_futures, none. wait: until
  /// all have ended; never wait in one of the pool's calls.
  void shutdown(bool wait = true, bool cancel_futures = false) const;

  ThreadPoolExecutor(const ThreadPoolExecutor &);
  ThreadPoolExecutor(ThreadPoolExecutor &&) noexcept;
  ThreadPoolExecutor &operator=(ThreadPoolExecutor) noexcept;
  ~ThreadPoolExecutor();

private:
  friend class EventLoop;
  void start(detail::Ref<detail::Work> work, detail::Ref<detail::ConcurrentCore> state) const;

  detail::Ref<detail::ThreadPool> pool_;
};

} // namespace aio
