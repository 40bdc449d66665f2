// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace aio {

/// A span of time in seconds, as everywhere in asyncio. Made from a number of seconds or from
/// any std::chrono::duration; aio does not include <chrono> itself, which is slow to parse.
class Duration {
public:
  constexpr Duration(double seconds) : seconds_(seconds) {}

  template <class D>
    requires requires {
      typename D::rep;
      D::period::num;
      D::period::den;
    }
  constexpr Duration(const D &duration)
      : seconds_(static_cast<double>(duration.count()) * D::period::num / D::period::den) {}

  constexpr double seconds() const { return seconds_; }

private:
  double seconds_;
};

} // namespace aio
