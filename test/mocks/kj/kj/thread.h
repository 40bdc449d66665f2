// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <kj/memory.h>

namespace kj {

class Thread {
public:
  explicit Thread(Function<void()> func);
  Thread(const Thread &) = delete;
  ~Thread() noexcept(false);
  void detach();
};

} // namespace kj
