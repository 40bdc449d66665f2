// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <exception>

namespace folly {

struct OperationCancelled final : public std::exception {
  const char *what() const noexcept override { return "cancelled"; }
};

} // namespace folly
