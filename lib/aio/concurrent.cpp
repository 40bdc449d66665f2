// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/concurrent.h>

#include <aio/loop_state.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace aio::detail {

struct ConcurrentCore::Impl {
  explicit Impl(const LoopState *loop) : loop(loop) {}
  /// Only compared.
  const LoopState *loop;
  mutable std::mutex mutex;
  std::condition_variable finished;
  bool done = false;
  std::exception_ptr exception;
  /// Called without the mutex, and kept alive meanwhile.
  std::shared_ptr<Canceller> canceller;
};

ConcurrentCore::ConcurrentCore(const LoopState *loop) : impl_(new Impl(loop)) {}
ConcurrentCore::~ConcurrentCore() { delete impl_; }

void ConcurrentCore::set_canceller(Canceller canceller) {
  const auto shared = std::make_shared<Canceller>(std::move(canceller));
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->done)
    impl_->canceller = shared;
}

bool ConcurrentCore::done() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->done;
}

bool ConcurrentCore::wait(const Duration *timeout) const {
  std::unique_lock lock(impl_->mutex);
  if (impl_->done)
    return true;
  if (impl_->loop && LoopState::running() == impl_->loop)
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
  std::shared_ptr<Canceller> canceller;
  {
    const std::lock_guard lock(impl_->mutex);
    canceller = impl_->canceller;
  }
  return canceller && (*canceller)();
}

void ConcurrentCore::finish(std::exception_ptr exception) {
  std::shared_ptr<Canceller> dropped;
  const std::lock_guard lock(impl_->mutex);
  if (impl_->done)
    return;
  impl_->done = true;
  impl_->exception = std::move(exception);
  dropped = std::move(impl_->canceller);
  impl_->finished.notify_all();
}

std::exception_ptr ConcurrentCore::exception() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->exception;
}

} // namespace aio::detail
