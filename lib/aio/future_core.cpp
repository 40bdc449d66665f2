// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/future_core.h>

#include <aio/counters.h>
#include <aio/describe.h>
#include <aio/loop_state.h>

#include <memory>

namespace aio::detail {

struct FutureCore::CallbackNode {
  CallbackId id;
  DoneCallback callback;
  std::source_location where;
  /// The task that waits.
  Ref<FutureCore> owner;
  CallbackNode *next = nullptr;
};

/// Owns callbacks on their way out, should the loop refuse one because it is closed.
class FutureCore::CallbackList {
public:
  explicit CallbackList(CallbackNode *first) : first_(first) {}
  CallbackList(const CallbackList &) = delete;
  CallbackList &operator=(const CallbackList &) = delete;
  ~CallbackList() {
    while (first_)
      pop();
  }
  explicit operator bool() const { return first_ != nullptr; }
  std::unique_ptr<CallbackNode> pop() {
    std::unique_ptr<CallbackNode> node(first_);
    first_ = node->next;
    return node;
  }

private:
  CallbackNode *first_;
};

FutureCore::FutureCore(LoopState &loop, std::source_location where) : where_(where), loop_(&loop) {
  count_future(1);
  if (loop.debug)
    stack_.capture();
}

FutureCore::~FutureCore() {
  drop_callbacks();
  count_future(-1);
}

EventLoop &FutureCore::loop_object() const {
  if (!loop_->owner)
    throw RuntimeError("the event loop of this future is gone");
  return *loop_->owner;
}

bool FutureCore::cancel(Text message) { return cancel_plain(std::move(message)); }

bool FutureCore::cancel_plain(Text message) {
  loop_->check_thread();
  unretrieved_ = false;
  if (done())
    return false;
  state_ = State::cancelled;
  cancel_message_ = std::move(message);
  schedule_callbacks();
  return true;
}

void FutureCore::cancel_with(std::exception_ptr exception) {
  exception_ = std::move(exception);
  cancel_plain({});
}

void FutureCore::throw_cancelled() const {
  if (exception_)
    std::rethrow_exception(exception_);
  throw make_cancelled_error();
}

void FutureCore::check_settable() const {
  loop_->check_thread();
  if (is_task())
    throw RuntimeError("Task does not support set_result operation");
  if (done())
    throw InvalidStateError("invalid state");
}

void FutureCore::check_belongs_to(const LoopState &loop) const {
  if (loop_.get() != &loop)
    throw ValueError("The future belongs to a different loop than the one specified as the loop "
                     "argument");
}

void FutureCore::finish() {
  state_ = State::finished;
  schedule_callbacks();
}

void FutureCore::set_exception(std::exception_ptr exception) {
  check_settable();
  finish_with(std::move(exception));
}

void FutureCore::finish_with(std::exception_ptr exception) {
  exception_ = std::move(exception);
  unretrieved_ = true;
  finish();
}

std::exception_ptr FutureCore::exception() {
  if (cancelled())
    throw_cancelled();
  if (!done())
    throw InvalidStateError("Exception is not set.");
  unretrieved_ = false;
  return exception_;
}

void FutureCore::check_result() {
  if (cancelled())
    throw_cancelled();
  if (!done())
    throw InvalidStateError("Result is not set.");
  unretrieved_ = false;
  if (exception_)
    std::rethrow_exception(exception_);
}

CallbackId FutureCore::add_done_callback(DoneCallback callback, std::source_location where,
                                         Ref<FutureCore> owner) {
  loop_->check_thread();
  const auto id = static_cast<CallbackId>(++last_callback_);
  auto node = std::make_unique<CallbackNode>(id, std::move(callback), where, std::move(owner));
  if (done()) {
    schedule(*node);
    return id;
  }
  CallbackNode **end = &callbacks_;
  while (*end)
    end = &(*end)->next;
  *end = node.release();
  if (end == &callbacks_)
    loop_->pending_futures.add(*this);
  return id;
}

bool FutureCore::remove_done_callback(CallbackId id) {
  loop_->check_thread();
  for (CallbackNode **link = &callbacks_; *link; link = &(*link)->next) {
    CallbackNode *node = *link;
    if (node->id != id)
      continue;
    *link = node->next;
    if (!callbacks_)
      loop_->pending_futures.remove(*this);
    delete node;
    return true;
  }
  return false;
}

void FutureCore::drop_callbacks() {
  if (!callbacks_)
    return;
  loop_->pending_futures.remove(*this);
  CallbackList dropped(std::exchange(callbacks_, nullptr));
}

void FutureCore::schedule_callbacks() {
  if (!callbacks_)
    return;
  loop_->pending_futures.remove(*this);
  CallbackList callbacks(std::exchange(callbacks_, nullptr));
  while (callbacks)
    schedule(*callbacks.pop());
}

void FutureCore::schedule(CallbackNode &node) {
  loop_->call_soon([self = Ref<FutureCore>(this),
                    callback = std::move(node.callback)]() mutable { callback(*self); },
                   node.where, std::move(node.owner));
}

void FutureCore::report_unretrieved() noexcept {
  if (!std::exchange(unretrieved_, false))
    return;
  const Text description = repr();
  const std::string message = std::string(kind()) + " exception was never retrieved";
  ExceptionContext context;
  context.message = message.c_str();
  context.exception = exception_;
  context.future = description.c_str();
  context.created_at = where_;
  const Text stack = stack_.describe();
  context.stack = stack.c_str();
  loop_->report(context);
}

Text FutureCore::describe_exception() const {
  return exception_ && !cancelled() ? (" exception=" + describe(exception_)).c_str() : "";
}

Text FutureCore::repr() const {
  std::string text = std::string("<") + kind() + ' ';
  text += !done() ? "pending" : cancelled() ? "cancelled" : "finished";
  text += describe_exception().c_str();
  if (where_.line() != 0)
    text += " created at " + describe(where_);
  return (text + ">").c_str();
}

} // namespace aio::detail
