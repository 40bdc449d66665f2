// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <tmc/task.hpp>

namespace tmc {

class ex_cpu {
public:
  void init();
  void teardown();
  ~ex_cpu();
};
ex_cpu &cpu_executor();

template <class Exec> int async_main(task<int> &&client);

} // namespace tmc
