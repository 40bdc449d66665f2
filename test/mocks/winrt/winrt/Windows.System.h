// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <winrt/Windows.Foundation.h>

namespace winrt::Windows::System {

enum class DispatcherQueuePriority : int { Low, Normal, High };

struct DispatcherQueueHandler {
  template <typename L> DispatcherQueueHandler(L lambda) {}
};

} // namespace winrt::Windows::System

namespace winrt::impl {
template <typename D> struct consume_Windows_System_IDispatcherQueue {
  auto TryEnqueue(Windows::System::DispatcherQueueHandler const &callback) const -> bool;
  auto TryEnqueue(Windows::System::DispatcherQueuePriority const &priority,
                  Windows::System::DispatcherQueueHandler const &callback) const -> bool;
};
} // namespace winrt::impl

namespace winrt::Windows::System {
struct DispatcherQueue : impl::consume_Windows_System_IDispatcherQueue<DispatcherQueue> {};
} // namespace winrt::Windows::System

namespace winrt {

[[nodiscard]] inline auto
resume_foreground(Windows::System::DispatcherQueue const &dispatcher,
                  Windows::System::DispatcherQueuePriority const priority =
                      Windows::System::DispatcherQueuePriority::Normal) noexcept {
  struct awaitable {
    bool await_ready() const noexcept { return false; }
    bool await_resume() const noexcept { return queued; }
    bool await_suspend(std::coroutine_handle<> handle) {
      return dispatcher.TryEnqueue(priority, [handle, this] {
        queued = true;
        handle();
      });
    }
    Windows::System::DispatcherQueue const &dispatcher;
    Windows::System::DispatcherQueuePriority const priority;
    bool queued{};
  };
  return awaitable{dispatcher, priority};
}

inline auto operator co_await(Windows::System::DispatcherQueue const &dispatcher) {
  return resume_foreground(dispatcher);
}

} // namespace winrt
