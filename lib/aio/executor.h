// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/future.h>

namespace aio::detail {

/// One call in the thread pool.
class Work : public RefCounted {
public:
  /// On a thread of the pool.
  virtual void run() noexcept = 0;
  /// Then on the loop's thread; alone, if the call was cancelled before it began.
  virtual void finish() = 0;

private:
  friend class Poller;
  /// The poller's request while it is queued or running; only for the loop's thread.
  void *request_ = nullptr;
};

template <class F, class Result> class FunctionWork final : public Work {
public:
  FunctionWork(F function, Future<Result> future)
      : function_(std::move(function)), future_(std::move(future)) {}

  void run() noexcept override {
    try {
      if constexpr (std::is_void_v<Result>)
        function_();
      else
        result_.set(function_());
    } catch (...) {
      exception_ = std::current_exception();
    }
  }

  void finish() override {
    if (future_.done())
      return;
    if (exception_)
      future_.set_exception(exception_);
    else if constexpr (std::is_void_v<Result>)
      future_.set_result();
    else
      future_.set_result(result_.take());
  }

private:
  F function_;
  Future<Result> future_;
  Slot<Result> result_;
  std::exception_ptr exception_;
};

} // namespace aio::detail
