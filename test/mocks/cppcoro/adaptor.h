// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed sync-wait all generator hop
#pragma once

#include <cppcoro/generator.hpp>
#include <cppcoro/static_thread_pool.hpp>
#include <cppcoro/sync_wait.hpp>
#include <cppcoro/task.hpp>
#include <cppcoro/when_all.hpp>

namespace lib {

template <class T> using Lazy = cppcoro::task<T>;
template <class T> using Generator = cppcoro::generator<T>;
using Pool = cppcoro::static_thread_pool;

} // namespace lib

#define LIB_SYNC_WAIT(...) cppcoro::sync_wait(__VA_ARGS__)
#define LIB_ALL(...) cppcoro::when_all(__VA_ARGS__)
#define LIB_HOP(pool) (pool).schedule()
