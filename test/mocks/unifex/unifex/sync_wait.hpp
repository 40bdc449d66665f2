// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/sender_concepts.hpp>

#include <optional>

namespace unifex {

namespace _sync_wait_cpo {
struct _fn {
  template <class Sender> std::optional<int> operator()(Sender &&sender) const { return {}; }
};
} // namespace _sync_wait_cpo
inline constexpr _sync_wait_cpo::_fn sync_wait{};

namespace _sync_wait_r_cpo {
template <class Result> struct _fn {
  template <class Sender> std::optional<Result> operator()(Sender &&sender) const { return {}; }
};
} // namespace _sync_wait_r_cpo
template <class Result> inline constexpr _sync_wait_r_cpo::_fn<Result> sync_wait_r{};

} // namespace unifex
