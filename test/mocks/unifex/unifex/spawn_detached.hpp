// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/sender_concepts.hpp>

namespace unifex {

namespace _spawn_detached {
struct _spawn_detached_fn {
  template <class Sender, class Scope> void operator()(Sender &&sender, Scope &scope) const {}
};
} // namespace _spawn_detached
inline constexpr _spawn_detached::_spawn_detached_fn spawn_detached{};

} // namespace unifex
