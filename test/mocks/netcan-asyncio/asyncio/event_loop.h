// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asyncio/task.h>

#include <chrono>

namespace asyncio {

class EventLoop {
public:
  EventLoop();
  EventLoop(const EventLoop &) = delete;
  template <typename Rep, typename Period>
  void call_later(std::chrono::duration<Rep, Period> delay, Handle &callback);
  void cancel_handle(Handle &handle);
  void call_soon(Handle &handle);

  struct WaitEventAwaiter {
    bool await_ready() noexcept;
    template <typename Promise> void await_suspend(std::coroutine_handle<Promise> handle) noexcept;
    void await_resume() noexcept;
    void destroy() noexcept;
    ~WaitEventAwaiter() { destroy(); }
  };
  [[nodiscard]] auto wait_event(int event) { return WaitEventAwaiter{}; }
  void run_until_complete();
};

EventLoop &get_event_loop();

} // namespace asyncio
