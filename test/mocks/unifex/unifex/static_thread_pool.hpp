// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/scheduler_concepts.hpp>

namespace unifex {

namespace _static_thread_pool {
class context {
public:
  class scheduler {
  public:
    _schedule::sender schedule() const noexcept;
  };
  explicit context(unsigned threads);
  ~context();
  scheduler get_scheduler() noexcept;
};
} // namespace _static_thread_pool
using static_thread_pool = _static_thread_pool::context;

} // namespace unifex
