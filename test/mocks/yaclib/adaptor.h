// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed single-use eager eager-wait sync-wait hop
#pragma once

#include <yaclib/coro/future.hpp>
#include <yaclib/coro/on.hpp>
#include <yaclib/coro/task.hpp>
#include <yaclib/runtime/fair_thread_pool.hpp>

namespace lib {

template <class T> using Lazy = yaclib::Task<T>;
template <class T> using Eager = yaclib::Future<T>;
using Pool = yaclib::FairThreadPool;

} // namespace lib

#define LIB_SYNC_WAIT(...) (__VA_ARGS__).Get().Ok()
#define LIB_EAGER_WAIT(...) (__VA_ARGS__).Get().Ok()
#define LIB_HOP(pool) yaclib::On(pool)
