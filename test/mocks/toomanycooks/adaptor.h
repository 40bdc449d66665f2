// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed single-use detach all mutex hop
#pragma once

#include <tmc/aw_resume_on.hpp>
#include <tmc/mutex.hpp>
#include <tmc/spawn.hpp>
#include <tmc/spawn_tuple.hpp>
#include <tmc/task.hpp>

namespace lib {

template <class T> using Lazy = tmc::task<T>;
using Mutex = tmc::mutex;
using Pool = tmc::ex_cpu;

} // namespace lib

#define LIB_DETACH(...) tmc::spawn(__VA_ARGS__).detach()
#define LIB_ALL(...) tmc::spawn_tuple(__VA_ARGS__)
#define LIB_LOCK(mutex) (mutex).lock_scope()
#define LIB_HOP(pool) tmc::resume_on(pool)
