// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: eager
#pragma once

#include <seastar/core/coroutine.hh>

namespace lib {

template <class T> using Eager = seastar::future<T>;

} // namespace lib
