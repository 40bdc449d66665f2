// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/sender_concepts.hpp>

namespace unifex {

namespace _schedule {
struct sender : sender_traits_of_void {};
struct _fn {
  template <class Scheduler> auto operator()(Scheduler &&scheduler) const -> sender { return {}; }
};
} // namespace _schedule
inline constexpr _schedule::_fn schedule{};

inline namespace _schedule_after {
inline const struct _schedule_after_fn {
  template <class Scheduler, class Duration>
  auto operator()(Scheduler &&scheduler, Duration &&duration) const -> _schedule::sender {
    return {};
  }
} schedule_after{};
} // namespace _schedule_after

} // namespace unifex
