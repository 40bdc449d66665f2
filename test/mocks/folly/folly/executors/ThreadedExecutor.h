// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/Executor.h>

namespace folly {

class ThreadedExecutor : public virtual Executor {
public:
  ThreadedExecutor();
  ~ThreadedExecutor() override;
  void add(Func function) override;
};

} // namespace folly
