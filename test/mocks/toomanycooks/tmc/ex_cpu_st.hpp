// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace tmc {

class ex_cpu_st {
public:
  void init();
  void teardown();
  ~ex_cpu_st();
};

} // namespace tmc
