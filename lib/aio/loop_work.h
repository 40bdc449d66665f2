// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/executor.h>
#include <aio/future.h>
#include <aio/linked_list.h>

namespace aio::detail {

class LoopWorks;

/// A call in a thread pool whose result goes to a future of a loop. Is destroyed on the loop's
/// thread, with all that the function has captured.
class LoopWork : public Work, public Linked<LoopWork> {
public:
  void run(Ref<Work> self) noexcept final;
  void drop(Ref<Work> self) noexcept final;
  /// Then, on the loop's thread.
  virtual void finish() = 0;

protected:
  virtual void call() noexcept = 0;
  bool dropped() const noexcept { return dropped_; }

private:
  friend class LoopWorks;
  LoopWorks *works_ = nullptr;
  MoveOnlyFunction<bool()> take_out_of_queue_;
  bool dropped_ = false;
};

template <class F, class Result> class FunctionWork final : public LoopWork {
public:
  FunctionWork(F function, Future<Result> future)
      : function_(std::move(function)), future_(std::move(future)) {}

  void finish() override {
    if (future_.done())
      return;
    if (dropped())
      future_.cancel();
    else if (exception_)
      future_.set_exception(exception_);
    else if constexpr (std::is_void_v<Result>)
      future_.set_result();
    else
      future_.set_result(result_.take());
  }

private:
  void call() noexcept override {
    try {
      if constexpr (std::is_void_v<Result>)
        function_();
      else
        result_.set(function_());
    } catch (...) {
      exception_ = std::current_exception();
    }
  }

  F function_;
  Future<Result> future_;
  Slot<Result> result_;
  std::exception_ptr exception_;
};

} // namespace aio::detail
