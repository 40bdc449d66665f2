// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <kj/memory.h>

namespace kj {

template <typename T> class Locked {
public:
  Locked() = default;
  Locked(Locked &&other);
  ~Locked();
  void release();
  T *operator->();
  T &operator*();
  template <typename Cond> void wait(Cond &&condition) {}
};

template <typename T> class MutexGuarded {
public:
  template <typename... Params> explicit MutexGuarded(Params &&...params);
  Locked<T> lockExclusive() const;
  Locked<const T> lockShared() const;
  template <typename Cond, typename Func> auto when(Cond &&condition, Func &&callback) const {
    return callback(*static_cast<T *>(nullptr));
  }
};

} // namespace kj
