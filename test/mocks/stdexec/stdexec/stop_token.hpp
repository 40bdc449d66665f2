// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace stdexec {

class inplace_stop_token {
public:
  inplace_stop_token() noexcept = default;
  bool stop_requested() const noexcept;
  bool stop_possible() const noexcept;
};

class inplace_stop_source {
public:
  inplace_stop_source() noexcept = default;
  inplace_stop_source(inplace_stop_source &&) = delete;
  inplace_stop_token get_token() const noexcept;
  bool request_stop() noexcept;
};

} // namespace stdexec
