// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/async/future.hpp>

#include <type_traits>

namespace yaclib {

namespace detail {
template <class V, class E> Future<V, E> ready();
} // namespace detail

template <class V = void, class E = StopError, class... A> auto MakeFuture(A &&...arguments) {
  if constexpr (sizeof...(A) == 1 && std::is_void_v<V>)
    return detail::ready<std::decay_t<A>..., E>();
  else
    return detail::ready<V, E>();
}

} // namespace yaclib
