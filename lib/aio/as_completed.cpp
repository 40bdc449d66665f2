// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/as_completed.h>

#include <algorithm>
#include <deque>
#include <map>

namespace aio::detail {

struct CompletionQueue::Impl {
  struct Pending {
    Ref<FutureCore> future;
    /// Takes it out.
    CallbackId callback;
  };
  std::map<FutureCore *, Pending> pending;
  std::size_t size = 0;
  /// Null stands for one that did not end in time.
  std::deque<Ref<FutureCore>> done;
  /// Those who wait, the longest first.
  std::deque<Future<void>> waiters;
  TimerHandle timer;
};

Ref<CompletionQueue> CompletionQueue::start(const Array<Ref<FutureCore>> &futures,
                                            CompletionOptions options) {
  Ref<CompletionQueue> queue(new CompletionQueue);
  Impl &impl = *queue->impl_;
  for (const Ref<FutureCore> &future : futures) {
    if (impl.pending.contains(future.get()))
      continue;
    const CallbackId callback = future->add_done_callback(
        [queue](FutureCore &done) { queue->add(done); }, std::source_location::current());
    impl.pending[future.get()] = {future, callback};
  }
  impl.size = impl.pending.size();
  // The callbacks of the pending ones keep the queue alive as long as the timer has work.
  if (options.timeout && impl.size > 0) {
    impl.timer = get_running_loop().call_later(*options.timeout,
                                               [target = queue.get()] { target->time_out(); });
  }
  return queue;
}

CompletionQueue::CompletionQueue() : impl_(new Impl) {}

CompletionQueue::~CompletionQueue() {
  impl_->timer.cancel();
  delete impl_;
}

std::size_t CompletionQueue::size() const { return impl_->size; }

void CompletionQueue::add(FutureCore &done) {
  // A callback that was on its way when the time was over.
  if (impl_->pending.erase(&done) == 0)
    return;
  impl_->done.push_back(Ref<FutureCore>(&done));
  if (impl_->pending.empty())
    impl_->timer.cancel();
  wake_one();
}

void CompletionQueue::time_out() {
  const Ref<CompletionQueue> keep(this);
  const auto late = std::exchange(impl_->pending, {});
  for (const auto &[core, pending] : late) {
    pending.future->remove_done_callback(pending.callback);
    impl_->done.push_back({});
    wake_one();
  }
}

void CompletionQueue::wake_one() {
  while (!impl_->waiters.empty()) {
    const Future<void> waiter = std::move(impl_->waiters.front());
    impl_->waiters.pop_front();
    if (waiter.done())
      continue;
    waiter.set_result();
    return;
  }
}

Coroutine<Ref<FutureCore>> CompletionQueue::next(Ref<CompletionQueue> queue) {
  Impl &impl = *queue->impl_;
  while (impl.done.empty()) {
    const Future<void> waiter = get_running_loop().create_future();
    impl.waiters.push_back(waiter);
    try {
      co_await waiter;
    } catch (const CancelledError &) {
      if (!waiter.cancelled() && !impl.done.empty())
        queue->wake_one();
      std::erase(impl.waiters, waiter);
      throw;
    }
  }
  const Ref<FutureCore> done = std::move(impl.done.front());
  impl.done.pop_front();
  if (!done)
    throw TimeoutError("");
  co_return done;
}

} // namespace aio::detail
