// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy sync-wait all hop
#pragma once

#include <unifex/static_thread_pool.hpp>
#include <unifex/sync_wait.hpp>
#include <unifex/task.hpp>

namespace lib {

template <class T> using Lazy = unifex::task<T>;
using Pool = unifex::static_thread_pool;

} // namespace lib

#define LIB_SYNC_WAIT(...) unifex::sync_wait(__VA_ARGS__).value()
#define LIB_ALL(...) unifex::when_all(__VA_ARGS__)
#define LIB_HOP(pool) unifex::schedule((pool).get_scheduler())
