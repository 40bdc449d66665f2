// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {

struct co_invoke_fn {
  template <class F, class... A>
  auto operator()(F &&function, A &&...arguments) const
      -> decltype(static_cast<F &&>(function)(static_cast<A &&>(arguments)...)) {
    return static_cast<F &&>(function)(static_cast<A &&>(arguments)...);
  }
};
namespace folly_cpo__ {
inline constexpr co_invoke_fn co_invoke{};
} // namespace folly_cpo__
using namespace folly_cpo__;

} // namespace folly::coro
