// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/lazy/task.hpp>

#include <type_traits>

namespace yaclib {

template <class V = void, class E = StopError, class... A> auto MakeTask(A &&...arguments) {
  if constexpr (sizeof...(A) == 1 && std::is_void_v<V>)
    return Task<std::decay_t<A>..., E>();
  else
    return Task<V, E>();
}

} // namespace yaclib
