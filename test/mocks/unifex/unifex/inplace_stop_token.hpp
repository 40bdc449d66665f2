// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace unifex {

class inplace_stop_token {
public:
  inplace_stop_token() noexcept;
  bool stop_requested() const noexcept;
  bool stop_possible() const noexcept;
};

class inplace_stop_source {
public:
  inplace_stop_token get_token() noexcept;
  bool request_stop() noexcept;
};

} // namespace unifex
