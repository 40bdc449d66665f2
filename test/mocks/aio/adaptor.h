// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed single-use start sync-wait sleep all mutex post
#pragma once

// Its real headers are in this repository.
#include <aio/aio.h>

namespace lib {

template <class T> using Lazy = aio::Coroutine<T>;
using Mutex = aio::Lock;

} // namespace lib

#define LIB_START(...) aio::create_task(__VA_ARGS__)
#define LIB_SYNC_WAIT(...) aio::run(__VA_ARGS__)
#define LIB_SLEEP() aio::sleep(0.001)
#define LIB_ALL(...) aio::gather(__VA_ARGS__)
#define LIB_LOCK(mutex) (mutex).scoped()
#define LIB_POST(...) aio::get_running_loop().call_soon(__VA_ARGS__)
