// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/executors/ThreadPoolExecutor.h>

namespace folly {

class StripedEDFThreadPoolExecutor : public ThreadPoolExecutor {
public:
  explicit StripedEDFThreadPoolExecutor(std::size_t threads);
  void add(Func function) override;
};

class EDFThreadPoolExecutor : public StripedEDFThreadPoolExecutor {
public:
  using StripedEDFThreadPoolExecutor::StripedEDFThreadPoolExecutor;
};

} // namespace folly
