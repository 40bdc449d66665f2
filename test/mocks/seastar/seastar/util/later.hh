// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

future<> now();
future<> yield() noexcept;

} // namespace seastar
