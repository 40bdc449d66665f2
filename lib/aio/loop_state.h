// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/clock.h>
#include <aio/event_loop.h>
#include <aio/generator_core.h>
#include <aio/handle_state.h>
#include <aio/loop_works.h>
#include <aio/poller.h>
#include <aio/ready_queue.h>
#include <aio/resource.h>
#include <aio/signals.h>
#include <aio/timer_queue.h>

#include <atomic>
#include <map>
#include <mutex>
#include <vector>

namespace aio::detail {

/// What an event loop is. Futures and handles share it, so that using one after the end of
/// its loop is an error and not undefined.
class LoopState final : public RefCounted {
public:
  LoopState(EventLoop &owner, std::source_location where);

  /// The loop that runs on this thread, or null.
  static LoopState *running() noexcept;
  /// That loop, or the one that is being closed on this thread: whose handler gets reports.
  static LoopState *reporting() noexcept;

  Ref<HandleState> call_soon(Callback callback, std::source_location where,
                             Ref<FutureCore> owner = {});
  Ref<HandleState> call_at(double when, Callback callback, std::source_location where);
  Ref<HandleState> call_soon_threadsafe(Callback callback, std::source_location where);
  /// For callbacks of libuv, see Poller: as call_soon(), but what comes from a loop that is
  /// being closed is dropped.
  void enter(Callback callback,
             std::source_location where = std::source_location::current()) noexcept;
  /// The same for a callback that comes more than once.
  void enter(Ref<HandleState> handle) noexcept;
  void timer_cancelled() { timers_.timer_cancelled(); }
  std::vector<Ref<TaskCore>> pending_tasks() const;

  void run_forever();
  void run_until_done(FutureCore &future);
  void stop() noexcept { stopping_ = true; }
  void close();
  bool is_running() const noexcept { return running_thread_ != nullptr; }
  bool is_closed() const noexcept { return closed_; }
  double time() const { return clock_->time(); }
  /// Throws RuntimeError if timers depend on the former one.
  void set_clock(std::unique_ptr<Clock> clock);
  void shuffle_ready(unsigned long long seed) { ready_.shuffle(seed); }

  /// Null once closed.
  uv_loop_s *uv() const noexcept { return poller_.uv(); }

  void check_closed() const;
  void check_running() const;
  /// In debug mode, throws on another thread than the one where the loop runs.
  void check_thread() const;

  void report(const ExceptionContext &context) noexcept;
  void report_unclosed();
  Text repr() const;

  std::map<unsigned long long, Ref<TaskCore>> tasks;
  /// Those that have callbacks, so that the end of the loop can drop these: futures and tasks
  /// that wait for each other hold each other, and nobody collects cycles.
  LinkedList<FutureCore> pending_futures;
  LinkedList<Resource> resources;
  SignalHandlers signals{*this};
  /// Those that have started and not ended.
  LinkedList<GeneratorCore> generators;
  bool generators_shut_down = false;
  TaskCore *current_task = nullptr;
  /// Null once the EventLoop object is gone.
  EventLoop *owner;
  /// Atomic, as debug mode asks it on whatever thread calls.
  std::atomic<bool> debug;
  double slow_callback_duration;
  /// Shared, as a handler may replace itself.
  std::shared_ptr<EventLoop::ExceptionHandler> exception_handler;

private:
  Poller poller_;

public:
  LoopWorks works{poller_};

private:
  void check_callback(const Callback &callback, const char *method) const;
  void run_once();
  void wait();
  void report_slow(const HandleState &handle, double seconds);
  void report_slow_poll(double wanted, double took, std::size_t events);
  std::optional<double> poll_deadline();
  void collect_ready();
  /// Before anything else gets ready, so that callbacks run in the order of the calls also if
  /// some of these were call_soon_threadsafe().
  void take_incoming();
  void run_handle(HandleState &handle);
  void drop_all();

  std::unique_ptr<Clock> clock_;
  ReadyQueue ready_;
  TimerQueue timers_;
  unsigned long long timer_count_ = 0;
  /// Of the callback that runs.
  ReadyQueue::Source source_ = ReadyQueue::Source::program;
  unsigned long long callback_count_ = 0;
  /// In debug mode only.
  const HandleState *running_handle_ = nullptr;
  std::source_location where_;
  Stack stack_;
  bool stopping_ = false;
  bool closed_ = false;
  /// The address of something thread-local; null while the loop does not run.
  std::atomic<const void *> running_thread_ = nullptr;

  std::mutex incoming_mutex_;
  std::vector<Ref<HandleState>> incoming_;
  std::atomic<bool> has_incoming_ = false;
  bool accepts_incoming_ = true;
};

} // namespace aio::detail
