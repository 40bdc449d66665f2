// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/as_completed.h>

#include <aio/sync/queue.h>

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
  Queue<Ref<FutureCore>> done;
  TimerHandle timer;
};

Ref<CompletionQueue> CompletionQueue::start(const Array<Ref<FutureCore>> &futures,
                                            CompletionOptions options) {
  Ref<CompletionQueue> queue(new CompletionQueue);
  Impl &impl = *queue->impl_;
  for (const Ref<FutureCore> &future : futures) {
    if (impl.pending.contains(future.get()))
      continue;
    future->check_belongs_to(running_loop_state());
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
  impl_->done.put_nowait(Ref<FutureCore>(&done));
  if (impl_->pending.empty())
    impl_->timer.cancel();
}

void CompletionQueue::time_out() {
  const Ref<CompletionQueue> keep(this);
  const auto late = std::exchange(impl_->pending, {});
  for (const auto &[core, pending] : late) {
    pending.future->remove_done_callback(pending.callback);
    impl_->done.put_nowait({});
  }
}

Coroutine<Ref<FutureCore>> CompletionQueue::next(Ref<CompletionQueue> queue) {
  const Ref<FutureCore> done = co_await queue->impl_->done.get();
  if (!done)
    throw TimeoutError("");
  co_return done;
}

} // namespace aio::detail
