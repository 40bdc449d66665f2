// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/Function.h>

#include <cstdint>

namespace folly {

class Executor;

template <class ExecutorT = Executor> class ExecutorKeepAlive {
public:
  ExecutorKeepAlive() = default;
  ExecutorKeepAlive(ExecutorT *executor);
  template <class Other> ExecutorKeepAlive(const ExecutorKeepAlive<Other> &other);
  ExecutorT *get() const;
  ExecutorT *operator->() const;
  ExecutorT &operator*() const;
};

class Executor {
public:
  virtual ~Executor() = default;
  virtual void add(Func function) = 0;
  virtual void addWithPriority(Func function, int8_t priority);

  template <class ExecutorT = Executor> using KeepAlive = ExecutorKeepAlive<ExecutorT>;
};

} // namespace folly
