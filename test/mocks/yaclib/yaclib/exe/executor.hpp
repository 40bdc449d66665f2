// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>

namespace yaclib {

class Job;

template <class T> class IntrusivePtr {
public:
  T &operator*() const;
  T *operator->() const;
};

class IExecutor {
public:
  virtual ~IExecutor();
  virtual bool Alive() const noexcept = 0;
  virtual void Submit(Job &job) noexcept = 0;
};
using IExecutorPtr = IntrusivePtr<IExecutor>;

} // namespace yaclib
