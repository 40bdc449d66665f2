// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed detach sync-wait sleep all post mutex
#pragma once

#include <drogon/utils/coroutine.h>

namespace lib {

template <class T> using Lazy = drogon::Task<T>;
using Mutex = drogon::Mutex;
trantor::EventLoop &loop();

} // namespace lib

#define LIB_DETACH(...) drogon::async_run([] { return __VA_ARGS__; })
#define LIB_SYNC_WAIT(...) drogon::sync_wait(__VA_ARGS__)
#define LIB_SLEEP() drogon::sleepCoro(&lib::loop(), 0.001)
#define LIB_ALL(...) drogon::when_all(__VA_ARGS__)
#define LIB_POST(...) lib::loop().queueInLoop(__VA_ARGS__)
#define LIB_LOCK(mutex) (mutex).scoped_lock()
