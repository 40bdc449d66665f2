// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed sync-wait sleep all
#pragma once

#include <asyncio/runner.h>

namespace lib {

template <class T> using Lazy = asyncio::Task<T>;

} // namespace lib

#define LIB_SYNC_WAIT(...) asyncio::run(__VA_ARGS__)
#define LIB_SLEEP() asyncio::sleep(std::chrono::milliseconds(1))
#define LIB_ALL(...) asyncio::gather(__VA_ARGS__)
