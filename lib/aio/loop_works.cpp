// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/loop_works.h>

#include <aio/poller.h>

namespace aio::detail {

void LoopWork::run(Ref<Work> self) noexcept {
  // Given away: the loop's thread is to have the last one.
  Ref<LoopWork> work(static_cast<LoopWork *>(self.get()));
  self = {};
  call();
  works_->ended(std::move(work));
}

void LoopWork::drop(Ref<Work> self) noexcept {
  Ref<LoopWork> work(static_cast<LoopWork *>(self.get()));
  self = {};
  dropped_ = true;
  works_->ended(std::move(work));
}

ThreadPool &LoopWorks::default_pool() {
  if (is_shut_down_)
    throw RuntimeError("Executor shutdown has been called");
  if (!default_pool_)
    default_pool_ = new ThreadPool(ThreadPool::default_workers());
  return *default_pool_;
}

Ref<ThreadPool> LoopWorks::shut_down() {
  is_shut_down_ = true;
  return default_pool_;
}

void LoopWorks::start(Ref<LoopWork> work, ThreadPool &pool) {
  LoopWork &started = *work;
  started.works_ = this;
  started.take_out_of_queue_ = pool.canceller(started);
  running_.add(started);
  try {
    pool.submit(work);
  } catch (...) {
    running_.remove(started);
    throw;
  }
}

void LoopWorks::cancel(LoopWork &work) {
  if (work.take_out_of_queue_())
    running_.remove(work);
}

std::vector<Ref<LoopWork>> LoopWorks::take_ended() {
  std::vector<Ref<LoopWork>> ended;
  {
    const std::lock_guard lock(mutex_);
    ended.swap(ended_);
  }
  for (const Ref<LoopWork> &work : ended)
    running_.remove(*work);
  return ended;
}

void LoopWorks::close() {
  const Ref<ThreadPool> pool = shut_down();
  std::vector<Ref<LoopWork>> all;
  for (LoopWork *work = running_.first(); work; work = running_.next(*work))
    all.emplace_back(work);
  for (const Ref<LoopWork> &work : all)
    cancel(*work);
  while (busy()) {
    {
      std::unique_lock lock(mutex_);
      some_ended_.wait(lock, [&] { return !ended_.empty(); });
    }
    take_ended();
  }
  if (pool)
    pool->shutdown(true, false);
  default_pool_ = {};
}

void LoopWorks::ended(Ref<LoopWork> work) noexcept {
  // Under the lock, so that close() cannot return in between.
  const std::lock_guard lock(mutex_);
  ended_.push_back(std::move(work));
  some_ended_.notify_one();
  poller_.wake();
}

} // namespace aio::detail
