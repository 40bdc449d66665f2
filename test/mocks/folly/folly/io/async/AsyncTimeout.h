// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/io/async/EventBase.h>

namespace folly {

class AsyncTimeout {
public:
  explicit AsyncTimeout(EventBase *eventBase);
  virtual ~AsyncTimeout();
  virtual void timeoutExpired() noexcept = 0;
  bool scheduleTimeout(uint32_t milliseconds);
  bool scheduleTimeout(std::chrono::milliseconds timeout);
  void cancelTimeout();
  bool isScheduled() const;
};

} // namespace folly
