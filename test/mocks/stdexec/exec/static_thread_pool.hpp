// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stdexec/execution.hpp>

namespace experimental::execution {
namespace _pool_ {
class _static_thread_pool {
public:
  class scheduler {
  public:
    auto schedule() const noexcept -> stdexec::__sexpr<stdexec::schedule_t> { return {}; }
  };
  explicit _static_thread_pool(unsigned threads);
  ~_static_thread_pool();
  auto get_scheduler() noexcept -> scheduler;
  void request_stop() noexcept;
};
} // namespace _pool_

struct static_thread_pool : private _pool_::_static_thread_pool {
  explicit static_thread_pool(unsigned threads);
  using _pool_::_static_thread_pool::get_scheduler;
  using _pool_::_static_thread_pool::request_stop;
};
} // namespace experimental::execution

namespace exec = experimental::execution;
