// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/loop_state.h>

#include <aio/describe.h>
#include <aio/log.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace aio::detail {
namespace {

/// Cancelled timers are removed from the heap when there are more timers than this and the
/// cancelled ones are more than that part of them. asyncio's numbers.
constexpr std::size_t min_timers_to_compact = 100;
constexpr double cancelled_timers_fraction = 0.5;
constexpr double longest_poll = 24 * 3600;
constexpr double default_slow_callback_duration = 0.1;

thread_local LoopState *running_loop = nullptr;
thread_local LoopState *closing_loop = nullptr;
/// Its address tells threads apart.
thread_local char thread_marker;

bool later(const Ref<HandleState> &a, const Ref<HandleState> &b) {
  return a->when != b->when ? a->when > b->when : a->number > b->number;
}

bool debug_by_environment() {
  const char *value = std::getenv("AIO_DEBUG");
  return value && *value;
}

} // namespace

LoopState::LoopState(EventLoop &owner)
    : owner(&owner), debug(debug_by_environment()),
      slow_callback_duration(default_slow_callback_duration) {}

LoopState *LoopState::running() noexcept { return running_loop; }

LoopState *LoopState::reporting() noexcept { return closing_loop ? closing_loop : running_loop; }

std::vector<Ref<TaskCore>> LoopState::pending_tasks() const {
  std::vector<Ref<TaskCore>> pending;
  for (const auto &[number, task] : tasks)
    pending.push_back(task);
  return pending;
}

Ref<HandleState> LoopState::call_soon(Callback callback, std::source_location where,
                                      Ref<FutureCore> owner) {
  check_closed();
  check_thread();
  Ref<HandleState> handle(new HandleState(*this, std::move(callback), where, std::move(owner)));
  ready_.push_back(handle);
  return handle;
}

Ref<HandleState> LoopState::call_at(double when, Callback callback, std::source_location where) {
  check_closed();
  check_thread();
  Ref<HandleState> handle(new HandleState(*this, std::move(callback), where, {}));
  handle->when = when;
  handle->number = ++timer_count_;
  handle->is_timer = handle->in_timers = true;
  timers_.push_back(handle);
  std::push_heap(timers_.begin(), timers_.end(), later);
  return handle;
}

Ref<HandleState> LoopState::call_soon_threadsafe(Callback callback, std::source_location where) {
  Ref<HandleState> handle(new HandleState(*this, std::move(callback), where, {}));
  // Under the lock, so that close() cannot take the poller away in between.
  std::lock_guard lock(incoming_mutex_);
  if (!accepts_incoming_)
    throw RuntimeError("Event loop is closed");
  incoming_.push_back(handle);
  poller_.wake();
  return handle;
}

void LoopState::enter(Callback callback, std::source_location where) noexcept {
  if (!closed_)
    call_soon(std::move(callback), where);
}

void LoopState::submit(Ref<Work> work) {
  check_closed();
  check_thread();
  poller_.submit(std::move(work));
}

void LoopState::cancel_work(Work &work) noexcept { poller_.cancel(work); }

void LoopState::timer_cancelled() { ++cancelled_timers_; }

void LoopState::check_closed() const {
  if (closed_)
    throw RuntimeError("Event loop is closed");
}

void LoopState::check_running() const {
  if (is_running())
    throw RuntimeError("This event loop is already running");
  if (running_loop)
    throw RuntimeError("Cannot run the event loop while another loop is running");
}

void LoopState::check_thread() const {
  if (!debug)
    return;
  const void *thread = running_thread_;
  if (thread && thread != &thread_marker)
    throw RuntimeError(
        "Non-thread-safe operation invoked on an event loop other than the current one");
}

void LoopState::run_forever() {
  check_closed();
  check_running();
  struct Running {
    explicit Running(LoopState &loop) : loop(loop) {
      running_loop = &loop;
      loop.running_thread_ = &thread_marker;
    }
    ~Running() {
      loop.stopping_ = false;
      loop.running_thread_ = nullptr;
      running_loop = nullptr;
    }
    LoopState &loop;
  } running(*this);
  do
    run_once();
  while (!stopping_);
}

void LoopState::run_until_done(FutureCore &future) {
  const CallbackId id = future.add_done_callback([](FutureCore &done) { done.loop().stop(); },
                                                 std::source_location::current());
  run_forever();
  future.remove_done_callback(id);
  if (!future.done())
    throw RuntimeError("Event loop stopped before Future completed.");
}

std::optional<double> LoopState::poll_timeout() const {
  if (!ready_.empty() || stopping_)
    return 0.0;
  if (timers_.empty())
    return std::nullopt;
  return std::clamp(timers_.front()->when - time(), 0.0, longest_poll);
}

void LoopState::run_once() {
  drop_cancelled_timers();
  poller_.poll(poll_timeout());
  collect_ready(time());
  // Exactly those that are ready now: what they schedule waits for the next turn, so that
  // nobody starves timers and input.
  for (std::size_t left = ready_.size(); left > 0 && !ready_.empty(); --left) {
    Ref<HandleState> handle = std::move(ready_.front());
    ready_.pop_front();
    if (!handle->cancelled())
      run_handle(*handle);
  }
}

void LoopState::collect_ready(double now) {
  for (Ref<Work> &work : poller_.take_finished())
    call_soon([work] { work->finish(); }, std::source_location::current());
  {
    std::lock_guard lock(incoming_mutex_);
    for (Ref<HandleState> &handle : incoming_)
      ready_.push_back(std::move(handle));
    incoming_.clear();
  }
  while (!timers_.empty() && timers_.front()->when <= now)
    ready_.push_back(pop_timer());
}

void LoopState::run_handle(HandleState &handle) {
  if (!debug) {
    handle.run();
    return;
  }
  const double begin = time();
  handle.run();
  const double duration = time() - begin;
  if (duration < slow_callback_duration)
    return;
  char took[64];
  std::snprintf(took, sizeof took, " took %.3f seconds", duration);
  const std::string message = "Executing " + handle.repr() + took;
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::warning;
  report(context);
}

Ref<HandleState> LoopState::pop_timer() {
  std::pop_heap(timers_.begin(), timers_.end(), later);
  Ref<HandleState> timer = std::move(timers_.back());
  timers_.pop_back();
  timer->in_timers = false;
  if (timer->cancelled())
    --cancelled_timers_;
  return timer;
}

void LoopState::drop_cancelled_timers() {
  if (timers_.size() > min_timers_to_compact &&
      cancelled_timers_ > cancelled_timers_fraction * timers_.size()) {
    std::erase_if(timers_, [](const Ref<HandleState> &timer) {
      timer->in_timers = !timer->cancelled();
      return timer->cancelled();
    });
    std::make_heap(timers_.begin(), timers_.end(), later);
    cancelled_timers_ = 0;
    return;
  }
  while (!timers_.empty() && timers_.front()->cancelled())
    pop_timer();
}

void LoopState::close() {
  if (is_running())
    throw RuntimeError("Cannot close a running event loop");
  if (closed_)
    return;
  struct Closing {
    explicit Closing(LoopState &loop) : outer(std::exchange(closing_loop, &loop)) {}
    ~Closing() { closing_loop = outer; }
    LoopState *outer;
  } closing(*this);
  // Work in the pool may refer to what tasks own, so it ends first.
  poller_.drain();
  while (!tasks.empty())
    Ref<TaskCore>(tasks.begin()->second)->abandon();
  while (FutureCore *future = pending_futures.first())
    Ref<FutureCore>(future)->drop_callbacks();
  drop_all();
  closed_ = true;
  poller_.close();
  poller_.take_finished();
}

/// Destructors may still schedule something, in vain, so the loop does not count as closed yet.
void LoopState::drop_all() {
  {
    std::lock_guard lock(incoming_mutex_);
    accepts_incoming_ = false;
  }
  while (resources.first() || !ready_.empty() || !timers_.empty() || !incoming_.empty()) {
    while (Resource *resource = resources.first()) {
      resources.remove(*resource);
      resource->loop_closing();
    }
    const auto ready = std::exchange(ready_, {});
    const auto timers = std::exchange(timers_, {});
    const auto incoming = std::exchange(incoming_, {});
    for (const Ref<HandleState> &timer : timers)
      timer->in_timers = false;
  }
}

void LoopState::report(const ExceptionContext &context) noexcept {
  const std::shared_ptr<EventLoop::ExceptionHandler> handler = exception_handler;
  if (!handler || !owner) {
    log_report(context);
    return;
  }
  try {
    (*handler)(*owner, context);
  } catch (...) {
    ExceptionContext failure;
    failure.message = "Unhandled error in exception handler";
    failure.exception = std::current_exception();
    log_report(failure);
    log_report(context);
  }
}

Text LoopState::repr() const {
  const auto word = [](bool value) { return value ? "True" : "False"; };
  return (std::string("<EventLoop running=") + word(is_running()) + " closed=" + word(closed_) +
          " debug=" + word(debug) + ">")
      .c_str();
}

} // namespace aio::detail
