// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <concurrencpp/executors/executor_all.h>

#include <coroutine>

namespace concurrencpp {

namespace details {

template <class executor_type> class resume_on_awaitable : public std::suspend_always {
public:
  resume_on_awaitable(executor_type &executor) noexcept : executor_(executor) {}
  resume_on_awaitable(const resume_on_awaitable &) = delete;
  void await_suspend(std::coroutine_handle<> handle);
  void await_resume() const;

private:
  executor_type &executor_;
};

} // namespace details

template <class executor_type> auto resume_on(std::shared_ptr<executor_type> executor) {
  return details::resume_on_awaitable<executor_type>(*executor);
}
template <class executor_type> auto resume_on(executor_type &executor) noexcept {
  return details::resume_on_awaitable<executor_type>(executor);
}

} // namespace concurrencpp
