// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <winrt/Windows.Foundation.h>

namespace winrt::Windows::UI::Core {

enum class CoreDispatcherPriority : int { Low, Normal, High };

struct DispatchedHandler {
  template <typename L> DispatchedHandler(L lambda) {}
};

} // namespace winrt::Windows::UI::Core

namespace winrt::impl {
template <typename D> struct consume_Windows_UI_Core_ICoreDispatcher {
  auto RunAsync(Windows::UI::Core::CoreDispatcherPriority const &priority,
                Windows::UI::Core::DispatchedHandler const &callback) const
      -> Windows::Foundation::IAsyncAction;
};
} // namespace winrt::impl

namespace winrt::Windows::UI::Core {
struct CoreDispatcher : impl::consume_Windows_UI_Core_ICoreDispatcher<CoreDispatcher> {};
} // namespace winrt::Windows::UI::Core
