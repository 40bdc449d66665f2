// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <cstdint>

namespace cppcoro {

class static_thread_pool {
public:
  class schedule_operation {
  public:
    explicit schedule_operation(static_thread_pool *pool) noexcept;
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<> awaiting) noexcept;
    void await_resume() noexcept {}
  };

  static_thread_pool();
  explicit static_thread_pool(std::uint32_t threads);
  ~static_thread_pool();
  std::uint32_t thread_count() const noexcept;
  [[nodiscard]] schedule_operation schedule() noexcept;
};

} // namespace cppcoro
