// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace tmc {

class ex_asio {
public:
  void init();
  void teardown();
  ~ex_asio();
};

} // namespace tmc
