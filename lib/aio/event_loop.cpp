// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/event_loop.h>

#include <aio/loop_state.h>

namespace aio {

EventLoop::EventLoop(std::source_location where) : state_(new detail::LoopState(*this, where)) {}

EventLoop::~EventLoop() {
  if (!state_->is_closed() && state_->debug)
    state_->report_unclosed();
  state_->close();
  state_->owner = nullptr;
}

void EventLoop::run_forever() { state_->run_forever(); }
void EventLoop::stop() {
  state_->check_thread();
  state_->stop();
}
bool EventLoop::is_running() const { return state_->is_running(); }
void EventLoop::close() { state_->close(); }
bool EventLoop::is_closed() const { return state_->is_closed(); }
Coroutine<void> EventLoop::shutdown_asyncgens() { return detail::shutdown_generators(state_); }
double EventLoop::time() const { return state_->time(); }

Handle EventLoop::call_soon(Callback callback, std::source_location where) {
  return Handle(state_->call_soon(std::move(callback), where));
}

TimerHandle EventLoop::call_later(Duration delay, Callback callback, std::source_location where) {
  return call_at(time() + delay.seconds(), std::move(callback), where);
}

TimerHandle EventLoop::call_at(double when, Callback callback, std::source_location where) {
  return TimerHandle(state_->call_at(when, std::move(callback), where));
}

Handle EventLoop::call_soon_threadsafe(Callback callback, std::source_location where) {
  return Handle(state_->call_soon_threadsafe(std::move(callback), where));
}

void EventLoop::set_debug(bool enabled) {
  state_->check_thread();
  state_->debug = enabled;
}
bool EventLoop::get_debug() const { return state_->debug; }

void EventLoop::set_slow_callback_duration(Duration duration) {
  state_->check_thread();
  state_->slow_callback_duration = duration.seconds();
}

Duration EventLoop::slow_callback_duration() const { return state_->slow_callback_duration; }

void EventLoop::set_exception_handler(ExceptionHandler handler) {
  state_->check_thread();
  state_->exception_handler =
      handler ? std::make_shared<ExceptionHandler>(std::move(handler)) : nullptr;
}

void EventLoop::call_exception_handler(const ExceptionContext &context) noexcept {
  state_->report(context);
}

void EventLoop::default_exception_handler(const ExceptionContext &context) {
  detail::log_report(context);
}

void EventLoop::check_can_create_task() const {
  state_->check_closed();
  state_->check_thread();
}

void EventLoop::check_can_run() const {
  state_->check_closed();
  state_->check_running();
}

void EventLoop::run_until_done(detail::FutureCore &future, bool own_task) {
  check_can_run();
  // Nobody else has a handle of it who could be blamed.
  if (own_task)
    static_cast<detail::TaskCore &>(future).silence_pending_report();
  state_->run_until_done(future);
}

void EventLoop::start_work(detail::Ref<detail::Work> work, detail::FutureCore &future) {
  state_->submit(work);
  future.add_done_callback(
      [state = state_, work](detail::FutureCore &done) {
        if (done.cancelled())
          state->cancel_work(*work);
      },
      std::source_location::current());
}

EventLoop &get_running_loop() { return *detail::running_loop_state().owner; }

detail::LoopState &detail::loop_state(const EventLoop &loop) noexcept { return *loop.state_; }

detail::LoopState &detail::running_loop_state() {
  LoopState *loop = LoopState::running();
  if (!loop)
    throw RuntimeError("no running event loop");
  return *loop;
}

} // namespace aio
