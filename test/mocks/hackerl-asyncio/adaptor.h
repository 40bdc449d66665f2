// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: eager
#pragma once

#include <asyncio/task.h>

namespace lib {

template <class T> using Eager = asyncio::task::Task<T>;

} // namespace lib
