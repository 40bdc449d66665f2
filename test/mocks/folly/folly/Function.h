// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <utility>

namespace folly {

template <class Signature> class Function;

template <class R, class... A> class Function<R(A...)> {
public:
  Function() = default;
  Function(std::nullptr_t);
  template <class F> Function(F callable) {}
  Function(Function &&);
  R operator()(A...);
};

using Func = Function<void()>;

} // namespace folly
