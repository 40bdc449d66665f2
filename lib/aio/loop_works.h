// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/loop_work.h>
#include <aio/thread_pool.h>

#include <condition_variable>
#include <mutex>
#include <vector>

namespace aio::detail {

class Poller;

/// What a loop has running in thread pools, and its default pool. For the loop's thread, ended()
/// apart.
class LoopWorks {
public:
  explicit LoopWorks(Poller &poller) : poller_(poller) {}

  void set_default_pool(Ref<ThreadPool> pool) { default_pool_ = std::move(pool); }
  /// Made if there is none yet. Throws RuntimeError after shut_down().
  ThreadPool &default_pool();
  /// No more work for the default pool. Returns it, if there is one.
  Ref<ThreadPool> shut_down();

  void start(Ref<LoopWork> work, ThreadPool &pool);
  /// Takes the work out of its pool's queue, unless it has begun.
  void cancel(LoopWork &work);
  bool busy() const noexcept { return running_.first() != nullptr; }
  /// The work that ended since the last call.
  std::vector<Ref<LoopWork>> take_ended();
  /// Cancels all work, waits for what has begun, and ends the default pool.
  void close();

  /// On any thread: wakes the loop.
  void ended(Ref<LoopWork> work) noexcept;

private:
  Poller &poller_;
  Ref<ThreadPool> default_pool_;
  bool is_shut_down_ = false;
  /// Neither cancelled nor taken as ended.
  LinkedList<LoopWork> running_;

  std::mutex mutex_;
  std::condition_variable some_ended_;
  std::vector<Ref<LoopWork>> ended_;
};

} // namespace aio::detail
