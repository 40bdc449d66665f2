// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/executor.h>

#include <aio/thread_pool.h>

namespace aio {

ThreadPoolExecutor::ThreadPoolExecutor(std::optional<int> max_workers) {
  if (max_workers && *max_workers <= 0)
    throw ValueError("max_workers must be greater than 0");
  pool_ = new detail::ThreadPool(max_workers.value_or(detail::ThreadPool::default_workers()));
}

ThreadPoolExecutor::ThreadPoolExecutor(const ThreadPoolExecutor &) = default;
ThreadPoolExecutor::ThreadPoolExecutor(ThreadPoolExecutor &&) noexcept = default;
ThreadPoolExecutor &ThreadPoolExecutor::operator=(ThreadPoolExecutor other) noexcept {
  pool_ = std::move(other.pool_);
  return *this;
}
ThreadPoolExecutor::~ThreadPoolExecutor() = default;

void ThreadPoolExecutor::start(detail::Ref<detail::Work> work,
                               detail::Ref<detail::ConcurrentCore> state) const {
  // The work refers to the state until it has ended, and the state to the work until it is done.
  state->set_canceller([cancel = pool_->canceller(*work), work, state = state.get()]() mutable {
    if (!cancel())
      return false;
    state->finish(std::make_exception_ptr(CancelledError()));
    return true;
  });
  try {
    pool_->submit(std::move(work));
  } catch (...) {
    state->finish(std::current_exception());
    throw;
  }
}

void ThreadPoolExecutor::shutdown(bool wait, bool cancel_futures) const {
  pool_->shutdown(wait, cancel_futures);
}

} // namespace aio
