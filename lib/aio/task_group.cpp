// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/task_group.h>

#include <map>
#include <string>

namespace aio {
namespace {

class GroupState final : public detail::RefCounted {
public:
  void enter() {
    if (entered_)
      throw RuntimeError(("TaskGroup " + repr() + " has already been entered").c_str());
    parent_ = current_task();
    if (!parent_)
      throw RuntimeError(("TaskGroup " + repr() + " cannot determine the parent task").c_str());
    entered_ = true;
  }

  void check_can_create_task() const {
    const char *state = !entered_                    ? " has not been entered"
                        : exiting_ && tasks_.empty() ? " is finished"
                        : aborting_                  ? " is shutting down"
                                                     : nullptr;
    if (state)
      throw RuntimeError(("TaskGroup " + repr() + state).c_str());
  }

  void add(const AnyTask &task) {
    const unsigned long long number = ++last_number_;
    tasks_.emplace(number, task);
    task.add_done_callback([self = detail::Ref<GroupState>(this), number](const AnyTask &done) {
      self->task_done(number, done);
    });
  }

  static Coroutine<void> exit(detail::Ref<GroupState> self, std::exception_ptr exception) {
    self->exiting_ = true;
    const bool body_cancelled = detail::is_cancelled_error(exception);
    std::exception_ptr cancellation = body_cancelled ? exception : nullptr;
    // Without other requests to cancel, that one was the group's own.
    if (self->cancelled_parent_ && self->parent_.uncancel() == 0)
      cancellation = nullptr;
    if (exception && !self->aborting_)
      self->abort();
    // The parent may be cancelled here, also more than once.
    while (!self->tasks_.empty()) {
      self->all_done_ = get_running_loop().create_future();
      try {
        co_await self->all_done_;
      } catch (const CancelledError &) {
        if (!self->aborting_) {
          cancellation = std::current_exception();
          self->abort();
        }
      }
      self->all_done_ = {};
    }
    if (cancellation && self->errors_.empty())
      std::rethrow_exception(cancellation);
    if (exception && !body_cancelled)
      self->errors_.push_back(exception);
    if (!self->errors_.empty())
      throw ExceptionGroup("unhandled errors in a TaskGroup", std::exchange(self->errors_, {}));
  }

  std::string repr() const {
    std::string text = "<TaskGroup";
    if (!tasks_.empty())
      text += " tasks=" + std::to_string(tasks_.size());
    if (!errors_.empty())
      text += " errors=" + std::to_string(errors_.size());
    text += aborting_ ? " cancelling" : entered_ ? " entered" : "";
    return text + ">";
  }

private:
  void abort() {
    aborting_ = true;
    for (const auto &[number, task] : tasks_)
      task.cancel();
  }

  void task_done(unsigned long long number, const AnyTask &task) {
    tasks_.erase(number);
    if (all_done_ && tasks_.empty() && !all_done_.done())
      all_done_.set_result();
    if (task.cancelled() || !task.exception())
      return;
    errors_.push_back(task.exception());
    if (parent_.done()) {
      report_orphan(task);
      return;
    }
    if (!aborting_ && !cancelled_parent_) {
      // Ends what the body awaits. exit() takes the request back.
      abort();
      cancelled_parent_ = true;
      parent_.cancel();
    }
  }

  void report_orphan(const AnyTask &task) const {
    const Text description = task.repr();
    const std::string message = std::string("Task ") + description.c_str() +
                                " has errored out but its parent task " + parent_.repr().c_str() +
                                " is already completed";
    ExceptionContext context;
    context.message = message.c_str();
    context.exception = task.exception();
    context.task = description.c_str();
    detail::report(context);
  }

  AnyTask parent_;
  /// In the order of their creation.
  std::map<unsigned long long, AnyTask> tasks_;
  unsigned long long last_number_ = 0;
  Array<std::exception_ptr> errors_;
  Future<void> all_done_;
  bool entered_ = false;
  bool exiting_ = false;
  bool aborting_ = false;
  bool cancelled_parent_ = false;
};

GroupState &group(const detail::Ref<detail::RefCounted> &state) {
  return static_cast<GroupState &>(*state);
}

Coroutine<TaskGroup> enter_group(TaskGroup handle, detail::Ref<detail::RefCounted> state) {
  group(state).enter();
  co_return handle;
}

} // namespace

TaskGroup::TaskGroup() : state_(new GroupState) {}
void TaskGroup::check_can_create_task() const { group(state_).check_can_create_task(); }
void TaskGroup::add(const AnyTask &task) const { group(state_).add(task); }
Text TaskGroup::repr() const { return group(state_).repr().c_str(); }
Coroutine<TaskGroup> TaskGroup::enter() const { return enter_group(*this, state_); }
Coroutine<void> TaskGroup::exit(std::exception_ptr exception) const {
  return GroupState::exit(&group(state_), std::move(exception));
}

} // namespace aio
