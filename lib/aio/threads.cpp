// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/threads.h>

#include <aio/loop_state.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace aio::detail {

struct ConcurrentCore::Impl {
  explicit Impl(LoopState &loop) : loop(&loop) {}
  Ref<LoopState> loop;
  std::mutex mutex;
  std::condition_variable finished;
  bool done = false;
  std::exception_ptr exception;
  /// Only for the loop's thread, and gone with the end of the task: the last handle of a
  /// future must not be dropped on another thread.
  Ref<FutureCore> task;
};

ConcurrentCore::ConcurrentCore(EventLoop &loop) : impl_(new Impl(loop_state(loop))) {}
ConcurrentCore::~ConcurrentCore() { delete impl_; }

bool ConcurrentCore::done() const {
  std::lock_guard lock(impl_->mutex);
  return impl_->done;
}

bool ConcurrentCore::wait(const Duration *timeout) const {
  std::unique_lock lock(impl_->mutex);
  if (impl_->done)
    return true;
  if (LoopState::running() == impl_->loop.get())
    throw RuntimeError("ConcurrentFuture.result() called on its own event loop's thread: "
                       "the result would never come");
  const auto is_done = [this] { return impl_->done; };
  if (!timeout) {
    impl_->finished.wait(lock, is_done);
    return true;
  }
  return impl_->finished.wait_for(lock, std::chrono::duration<double>(timeout->seconds()), is_done);
}

bool ConcurrentCore::cancel() {
  if (done())
    return false;
  impl_->loop->call_soon_threadsafe(
      [self = Ref<ConcurrentCore>(this)] {
        if (self->impl_->task)
          self->impl_->task->cancel({});
      },
      std::source_location::current());
  return true;
}

void ConcurrentCore::started(Ref<FutureCore> task) { impl_->task = std::move(task); }

void ConcurrentCore::finish(std::exception_ptr exception) {
  impl_->task = {};
  std::lock_guard lock(impl_->mutex);
  if (impl_->done)
    return;
  impl_->done = true;
  impl_->exception = std::move(exception);
  impl_->finished.notify_all();
}

std::exception_ptr ConcurrentCore::exception() const {
  std::lock_guard lock(impl_->mutex);
  return impl_->exception;
}

} // namespace aio::detail
