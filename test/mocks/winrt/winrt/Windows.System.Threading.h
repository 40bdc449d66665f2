// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <winrt/Windows.Foundation.h>

namespace winrt::Windows::System::Threading {

struct WorkItemHandler {
  template <typename L> WorkItemHandler(L lambda) {}
};

struct ThreadPool {
  static auto RunAsync(WorkItemHandler const &handler) -> Windows::Foundation::IAsyncAction;
};

} // namespace winrt::Windows::System::Threading
