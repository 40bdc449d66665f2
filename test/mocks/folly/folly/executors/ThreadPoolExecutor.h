// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/Executor.h>

#include <cstddef>

namespace folly {

class ThreadPoolExecutor : public virtual Executor {
public:
  void add(Func function) override = 0;
  virtual void stop();
  virtual void join();
};

} // namespace folly
