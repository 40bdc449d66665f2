// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/executors/ThreadPoolExecutor.h>
#include <folly/io/async/EventBase.h>

namespace folly {

class IOThreadPoolExecutorBase : public ThreadPoolExecutor {
public:
  virtual EventBase *getEventBase() = 0;
};

class IOThreadPoolExecutor : public IOThreadPoolExecutorBase {
public:
  explicit IOThreadPoolExecutor(std::size_t threads);
  void add(Func function) override;
  EventBase *getEventBase() override;
};

} // namespace folly
