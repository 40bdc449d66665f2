// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/exe/executor.hpp>

namespace yaclib {

template <class F> void Submit(IExecutor &executor, F &&function) {}

} // namespace yaclib
