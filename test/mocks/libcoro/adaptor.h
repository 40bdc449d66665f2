// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed detach sync-wait all generator hop
#pragma once

#include <coro/generator.hpp>
#include <coro/sync_wait.hpp>
#include <coro/task.hpp>
#include <coro/thread_pool.hpp>
#include <coro/when_all.hpp>

namespace lib {

template <class T> using Lazy = coro::task<T>;
template <class T> using Generator = coro::generator<T>;
using Pool = coro::thread_pool;
Pool &pool();

} // namespace lib

#define LIB_DETACH(...) lib::pool().spawn_detached(__VA_ARGS__)
#define LIB_SYNC_WAIT(...) coro::sync_wait(__VA_ARGS__)
#define LIB_ALL(...) coro::when_all(__VA_ARGS__)
#define LIB_HOP(pool) (pool).schedule()
