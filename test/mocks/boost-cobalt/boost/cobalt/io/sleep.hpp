// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/cobalt/op.hpp>

#include <chrono>

namespace boost::cobalt::detail::io {

struct steady_sleep final : op<int> {
  explicit steady_sleep(const std::chrono::steady_clock::duration &time);
  void initiate(int handler) final override;
};

} // namespace boost::cobalt::detail::io

namespace boost::cobalt::io {

template <typename Rep, typename Period>
[[nodiscard]] inline auto sleep(const std::chrono::duration<Rep, Period> &time) {
  return ::boost::cobalt::detail::io::steady_sleep{time};
}

} // namespace boost::cobalt::io
