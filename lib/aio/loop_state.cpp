// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/loop_state.h>

#include <algorithm>
#include <cstdlib>

namespace aio::detail {
namespace {

constexpr double longest_poll = 24 * 3600;
constexpr double default_slow_callback_duration = 0.1;

thread_local LoopState *running_loop = nullptr;
thread_local LoopState *closing_loop = nullptr;
/// Its address tells threads apart.
thread_local char thread_marker;

bool debug_by_environment() {
  const char *value = std::getenv("AIO_DEBUG");
  return value && *value;
}

} // namespace

LoopState::LoopState(EventLoop &owner, std::source_location where)
    : owner(&owner), debug(debug_by_environment()),
      slow_callback_duration(default_slow_callback_duration), clock_(std::make_unique<Clock>()),
      where_(where) {
  if (debug)
    stack_.capture();
  if (const auto seed = shuffle_seed_of_environment())
    shuffle_ready(*seed);
}

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
  check_callback(callback, "call_soon");
  Ref<HandleState> handle(new HandleState(*this, std::move(callback), where, std::move(owner)));
  take_incoming();
  ready_.push(handle, source_);
  return handle;
}

Ref<HandleState> LoopState::call_at(double when, Callback callback, std::source_location where) {
  check_closed();
  check_thread();
  check_callback(callback, "call_at");
  Ref<HandleState> handle(new HandleState(*this, std::move(callback), where, {}));
  handle->when = when;
  handle->number = ready_.shuffled_number(++timer_count_, source_);
  handle->is_timer = true;
  timers_.push(handle);
  return handle;
}

Ref<HandleState> LoopState::call_soon_threadsafe(Callback callback, std::source_location where) {
  check_callback(callback, "call_soon_threadsafe");
  Ref<HandleState> handle(new HandleState(*this, std::move(callback), where, {}));
  // Under the lock, so that close() cannot take the poller away in between.
  std::lock_guard lock(incoming_mutex_);
  if (!accepts_incoming_)
    throw RuntimeError("Event loop is closed");
  incoming_.push_back(handle);
  has_incoming_.store(true, std::memory_order_release);
  poller_.wake();
  return handle;
}

void LoopState::take_incoming() {
  if (!has_incoming_.load(std::memory_order_acquire))
    return;
  std::lock_guard lock(incoming_mutex_);
  for (Ref<HandleState> &handle : incoming_)
    ready_.push(std::move(handle), ReadyQueue::Source::outside);
  incoming_.clear();
  has_incoming_.store(false, std::memory_order_relaxed);
}

void LoopState::enter(Callback callback, std::source_location where) noexcept {
  if (closed_)
    return;
  call_soon(std::move(callback), where);
  poller_.stop_waiting();
}

void LoopState::enter(Ref<HandleState> handle) noexcept {
  if (closed_)
    return;
  ready_.push(std::move(handle), source_);
  poller_.stop_waiting();
}

void LoopState::set_clock(std::unique_ptr<Clock> clock) {
  if (!timers_.empty())
    throw RuntimeError("the clock cannot be changed while timers wait");
  clock_ = std::move(clock);
}

void LoopState::check_callback(const Callback &callback, const char *method) const {
  if (debug && callback.is_coroutine())
    throw TypeError(("coroutines cannot be used with " + std::string(method) + "()").c_str());
}

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

std::optional<double> LoopState::poll_deadline() {
  const std::optional<double> next = timers_.next();
  if (!ready_.empty() || stopping_)
    return Clock::now;
  if (!next)
    return std::nullopt;
  return std::min(*next, time() + longest_poll);
}

void LoopState::run_once() {
  source_ = ReadyQueue::Source::outside;
  wait();
  collect_ready();
  for (std::size_t left = ready_.begin_turn(); left > 0; --left) {
    const Ref<HandleState> handle = ready_.pop();
    if (!handle->cancelled())
      run_handle(*handle);
  }
  source_ = ReadyQueue::Source::program;
}

void LoopState::collect_ready() {
  for (const Ref<LoopWork> &work : works.take_ended())
    call_soon([work] { work->finish(); }, std::source_location::current());
  take_incoming();
  if (timers_.empty())
    return;
  const double now = time();
  while (Ref<HandleState> timer = timers_.pop_due(now))
    ready_.push(std::move(timer), ReadyQueue::Source::timers);
}

void LoopState::wait() {
  const std::optional<double> deadline = poll_deadline();
  if (!debug || !deadline) {
    clock_->wait(poller_, deadline, works.busy());
    return;
  }
  const std::size_t ready_before = ready_.size();
  const double begin = time();
  clock_->wait(poller_, deadline, works.busy());
  const double wanted = std::max(*deadline - begin, 0.0);
  const double took = time() - begin;
  if (took - wanted < slow_callback_duration)
    return;
  report_slow_poll(wanted, took, ready_.size() - ready_before);
}

void LoopState::run_handle(HandleState &handle) {
  source_ = static_cast<ReadyQueue::Source>(
      static_cast<unsigned long long>(ReadyQueue::Source::first_callback) + callback_count_++);
  if (!debug) {
    handle.run();
    return;
  }
  const double begin = time();
  running_handle_ = &handle;
  handle.run();
  running_handle_ = nullptr;
  const double duration = time() - begin;
  if (duration >= slow_callback_duration)
    report_slow(handle, duration);
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
  // Work in pools may refer to what tasks own, so it ends first.
  works.close();
  while (!tasks.empty())
    Ref<TaskCore>(tasks.begin()->second)->abandon();
  while (FutureCore *future = pending_futures.first())
    Ref<FutureCore>(future)->drop_callbacks();
  drop_all();
  closed_ = true;
  // Destructors may have started work, in vain too.
  works.close();
  poller_.close();
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
    const auto ready = ready_.take_all();
    const auto timers = timers_.take_all();
    const auto incoming = std::exchange(incoming_, {});
  }
}

} // namespace aio::detail
