// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stdexec/execution.hpp>

namespace experimental::execution {

struct ensure_started_t {
  template <stdexec::sender Sender>
  [[nodiscard]] auto operator()(Sender &&sender) const -> stdexec::__sexpr<ensure_started_t> {
    return {};
  }
};
inline constexpr ensure_started_t ensure_started{};

} // namespace experimental::execution

namespace exec = experimental::execution;
