// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/promise.h>

#include <aio/counters.h>
#include <aio/task_core.h>

namespace aio::detail {

PromiseBase::PromiseBase() noexcept { count_coroutine(1); }
PromiseBase::~PromiseBase() { count_coroutine(-1); }

std::coroutine_handle<> PromiseBase::finish() const noexcept {
  if (continuation)
    return continuation;
  if (task)
    task->root_finished();
  return std::noop_coroutine();
}

} // namespace aio::detail
