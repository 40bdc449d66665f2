// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <userver/utils/async.hpp>

namespace userver {
inline namespace v2_0 {
namespace concurrent {

class BackgroundTaskStorage final {
public:
  BackgroundTaskStorage();
  BackgroundTaskStorage(const BackgroundTaskStorage &) = delete;
  void CancelAndWait() noexcept;
  template <class... Args> void AsyncDetach(std::string name, Args &&...args) {}
  template <class... Args> void CriticalAsyncDetach(std::string name, Args &&...args) {}
};

} // namespace concurrent
} // namespace v2_0
} // namespace userver
