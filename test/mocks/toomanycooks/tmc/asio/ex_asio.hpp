// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <atomic>

namespace tmc {

class ex_asio {
public:
  void init() { ready_.wait(false); }
  void teardown();
  ~ex_asio();

private:
  std::atomic<bool> ready_;
};

} // namespace tmc
