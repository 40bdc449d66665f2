// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cppcoro/cancellation_token.hpp>

#include <chrono>
#include <coroutine>
#include <cstdint>

namespace cppcoro {

class io_service {
public:
  class schedule_operation {
  public:
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> awaiting) noexcept;
    void await_resume() const noexcept {}

  private:
    io_service &service_;
  };

  class timed_schedule_operation {
  public:
    timed_schedule_operation(timed_schedule_operation &&other) noexcept;
    ~timed_schedule_operation();
    bool await_ready() const noexcept;
    void await_suspend(std::coroutine_handle<> awaiting);
    void await_resume();

  private:
    friend class io_service;
    explicit timed_schedule_operation(io_service &service) noexcept;
    io_service &service_;
  };

  io_service();
  ~io_service();
  io_service(const io_service &) = delete;

  [[nodiscard]] schedule_operation schedule() noexcept;
  template <class Rep, class Period>
  [[nodiscard]] timed_schedule_operation
  schedule_after(const std::chrono::duration<Rep, Period> &delay,
                 cancellation_token cancellationToken = {}) noexcept {
    return timed_schedule_operation{*this};
  }

  std::uint64_t process_events();
  std::uint64_t process_pending_events();
  std::uint64_t process_one_event();
  void stop() noexcept;
};

} // namespace cppcoro
