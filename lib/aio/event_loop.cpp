// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/event_loop.h>

#include <aio/loop_state.h>

#include <thread>

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

void EventLoop::check_executor_callable(bool is_coroutine) const {
  check_can_create_task();
  if (is_coroutine && state_->debug)
    throw TypeError("coroutines cannot be used with run_in_executor()");
}

void EventLoop::start_work(const ThreadPoolExecutor *executor, detail::Ref<detail::LoopWork> work,
                           detail::FutureCore &future) {
  detail::LoopWorks &works = state_->works;
  works.start(work, executor ? *executor->pool_ : works.default_pool());
  future.add_done_callback(
      [state = state_, work](detail::FutureCore &done) {
        if (done.cancelled())
          state->works.cancel(*work);
      },
      std::source_location::current());
}

void EventLoop::set_default_executor(const ThreadPoolExecutor &executor) {
  check_can_create_task();
  state_->works.set_default_pool(executor.pool_);
}

namespace {

Coroutine<void> shut_down_default_executor(detail::Ref<detail::LoopState> loop) {
  const detail::Ref<detail::ThreadPool> pool = loop->works.shut_down();
  if (!pool)
    co_return;
  // Its last handle stays on this thread.
  const Future<void> done = loop->owner->create_future();
  struct Joining {
    std::thread thread;
    ~Joining() { thread.join(); }
  };
  const Joining waiting{std::thread([&] {
    pool->shutdown(true, false);
    const auto wake_up = [done] {
      if (!done.done())
        done.set_result();
    };
    loop->call_soon_threadsafe(wake_up, std::source_location::current());
  })};
  co_await done;
}

} // namespace

Coroutine<void> EventLoop::shutdown_default_executor() {
  return shut_down_default_executor(state_);
}

void EventLoop::add_signal_handler(int signal, Callback callback, std::source_location where) {
  state_->signals.add(signal, std::move(callback), where);
}

bool EventLoop::remove_signal_handler(int signal) { return state_->signals.remove(signal); }

EventLoop &get_running_loop() { return *detail::running_loop_state().owner; }

detail::LoopState &detail::loop_state(const EventLoop &loop) noexcept { return *loop.state_; }

detail::LoopState &detail::running_loop_state() {
  LoopState *loop = LoopState::running();
  if (!loop)
    throw RuntimeError("no running event loop");
  return *loop;
}

} // namespace aio
