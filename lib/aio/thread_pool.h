// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/executor.h>

#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace aio::detail {

/// What a ThreadPoolExecutor is. Starts a thread when work comes and none is idle. May be used
/// on any thread.
class ThreadPool final : public RefCounted {
public:
  /// What asyncio's default executor has too.
  static int default_workers();
  explicit ThreadPool(int max_workers);
  /// Waits for all work, that in the queue included.
  ~ThreadPool() override;

  /// Throws RuntimeError after shutdown(). The pool lets go of the work in run() or drop().
  void submit(Ref<Work> work);
  /// A function that takes the work out of the queue; false if it has begun. It keeps neither the
  /// pool nor the work alive, and is not to be called after the end of the work.
  MoveOnlyFunction<bool()> canceller(const Work &work) const;
  /// Without a wait, the threads end when the queue is empty. drop_queued: drops the queue.
  void shutdown(bool wait, bool drop_queued);

private:
  struct Queue;

  static bool cancel(Queue &queue, const Work &work);
  static void work(const std::shared_ptr<Queue> &queue);
  void join();

  /// Shared with the threads, as the last handle of a pool may go in one of them.
  const std::shared_ptr<Queue> queue_;
  const std::size_t max_workers_;
  std::mutex threads_mutex_;
  std::vector<std::thread> threads_;
};

} // namespace aio::detail
