// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/future_core.h>

namespace aio::detail {

/// What a task is, its result apart: it drives one coroutine, one step per turn of the loop.
///
/// Invariant while pending: either waiting_for_ is null and a step is scheduled (or running),
/// or waiting_for_ is some future and no step is scheduled. The only transition from the
/// latter to the former is wake_up(). A coroutine suspended by an awaitable that is not aio's
/// is the exception: whoever resumes it stands in for the step.
///
/// The loop owns every pending task; a task that is done belongs to its handles.
class TaskCore : public FutureCore {
public:
  /// Takes the coroutine's frame over.
  TaskCore(LoopState &loop, std::coroutine_handle<> root, PromiseBase &promise, const char *name,
           std::source_location where);
  ~TaskCore() override;

  /// Hands the task to the loop and schedules its first step.
  void start();
  bool is_task() const noexcept override { return true; }
  bool cancel(Text message) override;
  int cancelling() const noexcept { return cancel_requests_; }
  int uncancel();
  Text name() const { return name_; }
  void set_name(Text name) { name_ = std::move(name); }
  Text repr() const override;

  /// From an awaiter, when the task's coroutine suspends.
  void wait_for(FutureCore &future, std::coroutine_handle<> resume_point);
  void yield(std::coroutine_handle<> resume_point);
  /// From an awaiter, when it goes on: where CancelledError is thrown.
  void throw_if_cancel_requested();
  /// The same behind wait_for(): throws also what the future ended with. A request to cancel
  /// that came after the end of the future hides its exception, but no cancellation of its own.
  void check_awaited(FutureCore &future);
  /// The outermost coroutine has ended.
  void root_finished();

  void silence_pending_report() noexcept { reports_pending_ = false; }
  /// The loop is closed: destroys the coroutine, with a report. The task stays pending.
  void abandon();

protected:
  const char *kind() const noexcept override { return "Task"; }
  std::coroutine_handle<> root() const noexcept { return root_; }
  virtual void store_result() = 0;

private:
  void schedule_step();
  void wake_up();
  void step();
  void complete();
  void destroy_root() noexcept;
  void end();

  std::coroutine_handle<> root_;
  PromiseBase *promise_;
  std::coroutine_handle<> resume_point_;
  Ref<FutureCore> waiting_for_;
  /// Of an await that was wrong, until the next step throws it.
  std::exception_ptr await_error_;
  Text name_;
  std::source_location coroutine_where_;
  unsigned long long number_;
  int cancel_requests_ = 0;
  bool must_cancel_ = false;
  bool stepping_ = false;
  bool reports_pending_ = true;
};

/// Suspends the coroutine that runs, and with it its task, until the future is done.
/// promise is null for a coroutine type that is not aio's.
Ref<TaskCore> suspend_on(FutureCore &future, std::coroutine_handle<> coroutine,
                         PromiseBase *promise);

/// Lets the loop run everything else that is ready once.
class Yield {
public:
  bool await_ready() const noexcept { return false; }
  template <class P> void await_suspend(std::coroutine_handle<P> coroutine) {
    task_ = suspend_once(coroutine, promise_base(coroutine));
  }
  void await_resume() const { task_->throw_if_cancel_requested(); }

private:
  static Ref<TaskCore> suspend_once(std::coroutine_handle<> coroutine, PromiseBase *promise);
  Ref<TaskCore> task_;
};

} // namespace aio::detail
