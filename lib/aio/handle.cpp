// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/handle.h>

#include <aio/counters.h>
#include <aio/describe.h>
#include <aio/handle_state.h>
#include <aio/loop_state.h>

#include <cstdio>

namespace aio {

Handle::Handle(detail::Ref<detail::HandleState> state) : state_(std::move(state)) {}
Handle::Handle() = default;
Handle::Handle(const Handle &) = default;
Handle::Handle(Handle &&) noexcept = default;
Handle &Handle::operator=(Handle other) noexcept {
  state_ = std::move(other.state_);
  return *this;
}
Handle::~Handle() = default;

void Handle::cancel() const {
  if (state_)
    state_->cancel();
}

bool Handle::cancelled() const { return state_ && state_->cancelled(); }

Text Handle::repr() const { return state_ ? state_->repr().c_str() : "<Handle empty>"; }

double TimerHandle::when() const { return state_ ? state_->when : 0; }

namespace detail {

void throw_not_callable() { throw TypeError("'Coroutine' object is not callable"); }

HandleState::HandleState(LoopState &loop, Callback callback, std::source_location where,
                         Ref<FutureCore> owner)
    : loop_(&loop), callback_(std::move(callback)), type_(&callback_.target_type()), where_(where),
      owner_(std::move(owner)) {
  count_handle(1);
  if (loop.debug && !owner_)
    stack_.capture();
}

HandleState::~HandleState() { count_handle(-1); }

void HandleState::run() {
  // The callback may cancel its own handle, and must survive that.
  Callback callback = std::move(callback_);
  try {
    callback();
  } catch (...) {
    const std::string message = "Exception in callback " + callback_name();
    const std::string handle = repr();
    ExceptionContext context;
    context.message = message.c_str();
    context.exception = std::current_exception();
    context.handle = handle.c_str();
    context.created_at = where_;
    const Text stack = stack_.describe();
    context.stack = stack.c_str();
    loop_->report(context);
  }
  if (repeats && !cancelled_)
    callback_ = std::move(callback);
}

void HandleState::cancel() {
  if (cancelled_)
    return;
  loop_->check_thread();
  cancelled_ = true;
  if (in_timers)
    loop_->timer_cancelled();
  Callback dropped = std::move(callback_);
  Ref<FutureCore> owner = std::move(owner_);
}

std::string HandleState::callback_name() const { return demangle(*type_); }

std::string HandleState::repr() const {
  if (owner_)
    return owner_->repr().c_str();
  std::string text = is_timer ? "<TimerHandle" : "<Handle";
  if (cancelled_)
    text += " cancelled";
  if (is_timer) {
    char number[64];
    std::snprintf(number, sizeof number, " when=%.6f", when);
    text += number;
  }
  if (!cancelled_)
    text += " " + callback_name();
  return text + " created at " + describe(where_) + ">";
}

} // namespace detail
} // namespace aio
