// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/sender_concepts.hpp>

namespace unifex {

namespace _spawn_future {

template <class Scope, class... T> struct _future {
  struct [[nodiscard]] type : sender_traits_of_void {
    type(type &&) noexcept;
    ~type();
  };
};

struct _spawn_future_fn {
  template <class Sender, class Scope>
  auto operator()(Sender &&sender, Scope &scope) const -> typename _future<Scope>::type {
    __builtin_unreachable();
  }
};

} // namespace _spawn_future
inline constexpr _spawn_future::_spawn_future_fn spawn_future{};

} // namespace unifex
