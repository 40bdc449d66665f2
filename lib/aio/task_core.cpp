// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/task_core.h>

#include <aio/describe.h>
#include <aio/loop_state.h>

#include <atomic>

namespace aio::detail {
namespace {

std::atomic<unsigned long long> task_count = 0;

/// The task that runs the coroutine. Only aio's promises know theirs; a foreign coroutine
/// type belongs to the task whose step runs now.
TaskCore &task_of(PromiseBase *promise) {
  if (promise && promise->task)
    return *promise->task;
  LoopState *loop = LoopState::running();
  if (!loop)
    throw RuntimeError("no running event loop");
  if (!loop->current_task)
    throw RuntimeError("await outside of a task");
  return *loop->current_task;
}

} // namespace

TaskCore::TaskCore(LoopState &loop, std::coroutine_handle<> root, PromiseBase &promise,
                   const char *name, std::source_location where)
    : FutureCore(loop, where), root_(root), promise_(&promise), resume_point_(root),
      coroutine_where_(promise.where), number_(++task_count) {
  promise.task = this;
  name_ = name ? Text(name) : Text(("Task-" + std::to_string(number_)).c_str());
}

TaskCore::~TaskCore() { destroy_root(); }

void TaskCore::start() {
  schedule_step();
  loop().tasks.emplace(number_, this);
}

bool TaskCore::cancel(Text message) {
  if (done())
    return cancel_plain({});
  loop().check_thread();
  ++cancel_requests_;
  // Its callback, wake_up, throws CancelledError into the coroutine.
  if (waiting_for_ && waiting_for_->cancel(message))
    return true;
  must_cancel_ = true;
  cancel_message_ = std::move(message);
  return true;
}

int TaskCore::uncancel() {
  loop().check_thread();
  if (cancel_requests_ > 0)
    --cancel_requests_;
  return cancel_requests_;
}

void TaskCore::wait_for(FutureCore &future, std::coroutine_handle<> resume_point) {
  resume_point_ = resume_point;
  if (&future == this || &future.loop() != &loop()) {
    const std::string self = repr().c_str();
    const std::string message = &future == this
                                    ? "Task cannot await on itself: " + self
                                    : "Task " + self + " got Future " + future.repr().c_str() +
                                          " attached to a different loop";
    await_error_ = std::make_exception_ptr(RuntimeError(message.c_str()));
    schedule_step();
    return;
  }
  future.add_done_callback([this](FutureCore &) { wake_up(); }, where_, this);
  waiting_for_ = Ref<FutureCore>(&future);
  if (must_cancel_ && future.cancel(cancel_message_))
    must_cancel_ = false;
}

void TaskCore::yield(std::coroutine_handle<> resume_point) {
  schedule_step();
  resume_point_ = resume_point;
}

void TaskCore::throw_if_cancel_requested() {
  if (std::exchange(must_cancel_, false))
    throw make_cancelled_error();
}

void TaskCore::check_awaited(FutureCore &future) {
  try {
    if (await_error_)
      std::rethrow_exception(std::exchange(await_error_, nullptr));
    future.check_result();
  } catch (const CancelledError &) {
    must_cancel_ = false;
    throw;
  } catch (...) {
    if (!must_cancel_)
      throw;
  }
  throw_if_cancel_requested();
}

void TaskCore::schedule_step() {
  loop().call_soon([this] { step(); }, where_, this);
}

void TaskCore::wake_up() {
  waiting_for_ = {};
  step();
}

void TaskCore::step() {
  if (!root_)
    return;
  Ref<TaskCore> keep(this);
  if (must_cancel_ && !promise_->started) {
    must_cancel_ = false;
    end();
    cancel_plain(cancel_message_);
    return;
  }
  if (!root_.done()) {
    struct Entered {
      explicit Entered(TaskCore &task)
          : task(task), outer(std::exchange(task.loop().current_task, &task)) {
        task.stepping_ = true;
      }
      ~Entered() {
        task.stepping_ = false;
        task.loop().current_task = outer;
      }
      TaskCore &task;
      TaskCore *outer;
    } entered(*this);
    resume_point_.resume();
  }
  if (root_.done())
    complete();
}

void TaskCore::root_finished() {
  // The frame may be destroyed once it is suspended for good, not from within.
  if (!stepping_)
    schedule_step();
}

void TaskCore::complete() {
  std::exception_ptr exception = std::move(promise_->exception);
  if (!exception && !must_cancel_) {
    try {
      store_result();
    } catch (...) {
      exception = std::current_exception();
    }
  }
  end();
  if (!exception && must_cancel_) {
    // Cancelled in the very step that ended the coroutine.
    must_cancel_ = false;
    cancel_plain(cancel_message_);
    return;
  }
  if (!exception) {
    finish();
    return;
  }
  if (!is_cancelled_error(exception)) {
    finish_with(std::move(exception));
    return;
  }
  must_cancel_ = false;
  cancel_with(std::move(exception));
}

void TaskCore::end() {
  destroy_root();
  loop().tasks.erase(number_);
}

void TaskCore::destroy_root() noexcept {
  if (root_)
    std::exchange(root_, {}).destroy();
}

void TaskCore::abandon() {
  Ref<TaskCore> keep(this);
  if (reports_pending_) {
    const Text description = repr();
    ExceptionContext context;
    context.message = "Task was destroyed but it is pending!";
    context.task = description.c_str();
    context.created_at = where_;
    const Text stack = stack_.describe();
    context.stack = stack.c_str();
    loop().report(context);
  }
  if (root_ && !promise_->started)
    promise_->report_never_awaited();
  end();
  waiting_for_ = {};
}

Text TaskCore::repr() const {
  std::string text = "<Task ";
  if (done())
    text += cancelled() ? "cancelled" : "finished";
  else
    text += cancel_requests_ > 0 ? "cancelling" : "pending";
  text += std::string(" name='") + name_.c_str() + "' coro=<" +
          coroutine_name(coroutine_where_.function_name()).c_str() + "() " +
          (root_ ? "running" : "done") + ", defined at " + describe(coroutine_where_) + ">";
  if (waiting_for_)
    text += std::string(" wait_for=") + waiting_for_->repr().c_str();
  text += describe_exception().c_str();
  return (text + " created at " + describe(where_) + ">").c_str();
}

Ref<TaskCore> suspend_on(FutureCore &future, std::coroutine_handle<> coroutine,
                         PromiseBase *promise) {
  Ref<TaskCore> task(&task_of(promise));
  task->wait_for(future, coroutine);
  return task;
}

Ref<TaskCore> Yield::suspend_once(std::coroutine_handle<> coroutine, PromiseBase *promise) {
  Ref<TaskCore> task(&task_of(promise));
  task->yield(coroutine);
  return task;
}

} // namespace aio::detail
