// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/async/future.hpp>

namespace yaclib {

template <class E = StopError, class F> FutureOn<int> Run(IExecutor &executor, F &&function) {
  __builtin_unreachable();
}
template <class E = StopError, class F> Future<int> Run(F &&function) { __builtin_unreachable(); }
template <class V = void, class E = StopError, class F>
FutureOn<V> AsyncContract(IExecutor &executor, F &&function) {
  __builtin_unreachable();
}

} // namespace yaclib
