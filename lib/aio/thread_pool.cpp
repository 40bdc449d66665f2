// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/thread_pool.h>

#include <algorithm>
#include <condition_variable>
#include <deque>

namespace aio::detail {

struct ThreadPool::Queue {
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Ref<Work>> work;
  std::size_t idle_threads = 0;
  bool closed = false;
};

int ThreadPool::default_workers() {
  constexpr unsigned most = 32;
  return static_cast<int>(std::min(std::thread::hardware_concurrency() + 4, most));
}

ThreadPool::ThreadPool(int max_workers)
    : queue_(std::make_shared<Queue>()), max_workers_(static_cast<std::size_t>(max_workers)) {}

ThreadPool::~ThreadPool() { shutdown(true, false); }

void ThreadPool::submit(Ref<Work> work) {
  const std::lock_guard threads_lock(threads_mutex_);
  {
    const std::lock_guard lock(queue_->mutex);
    if (queue_->closed)
      throw RuntimeError("cannot schedule new futures after shutdown");
    if (queue_->work.size() >= queue_->idle_threads && threads_.size() < max_workers_)
      threads_.emplace_back([queue = queue_] { ThreadPool::work(queue); });
    queue_->work.push_back(std::move(work));
  }
  queue_->changed.notify_one();
}

MoveOnlyFunction<bool()> ThreadPool::canceller(const Work &work) const {
  return [queue = queue_, &work] { return cancel(*queue, work); };
}

bool ThreadPool::cancel(Queue &queue, const Work &work) {
  Ref<Work> cancelled;
  const std::lock_guard lock(queue.mutex);
  const auto found = std::find_if(queue.work.begin(), queue.work.end(),
                                  [&](const Ref<Work> &queued) { return queued.get() == &work; });
  if (found == queue.work.end())
    return false;
  cancelled = std::move(*found);
  queue.work.erase(found);
  return true;
}

void ThreadPool::shutdown(bool wait, bool drop_queued) {
  std::deque<Ref<Work>> dropped;
  {
    const std::lock_guard lock(queue_->mutex);
    queue_->closed = true;
    if (drop_queued)
      dropped.swap(queue_->work);
  }
  queue_->changed.notify_all();
  for (Ref<Work> &work : dropped) {
    Work &unused = *work;
    unused.drop(std::move(work));
  }
  if (wait)
    join();
}

void ThreadPool::work(const std::shared_ptr<Queue> &queue) {
  std::unique_lock lock(queue->mutex);
  for (;;) {
    ++queue->idle_threads;
    queue->changed.wait(lock, [&] { return queue->closed || !queue->work.empty(); });
    --queue->idle_threads;
    if (queue->work.empty())
      return;
    Ref<Work> work = std::move(queue->work.front());
    queue->work.pop_front();
    lock.unlock();
    Work &next = *work;
    next.run(std::move(work));
    lock.lock();
  }
}

/// A pool whose last handle goes in one of its own threads cannot wait for that one.
void ThreadPool::join() {
  const std::lock_guard lock(threads_mutex_);
  for (std::thread &thread : threads_) {
    if (thread.get_id() == std::this_thread::get_id())
      thread.detach();
    else
      thread.join();
  }
  threads_.clear();
}

} // namespace aio::detail
