// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed single-use start sync-wait sleep all post mutex
#pragma once

#include <folly/coro/BlockingWait.h>
#include <folly/coro/Collect.h>
#include <folly/coro/Mutex.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <folly/io/async/EventBase.h>

namespace lib {

template <class T> using Lazy = folly::coro::Task<T>;
using Mutex = folly::coro::Mutex;
folly::EventBase &loop();

} // namespace lib

#define LIB_START(...)                                                                             \
  folly::coro::co_withExecutor(static_cast<folly::Executor *>(&lib::loop()), __VA_ARGS__)          \
      .start()                                                                                     \
      .toUnsafeFuture()
#define LIB_SYNC_WAIT(...) folly::coro::blockingWait(__VA_ARGS__)
#define LIB_SLEEP() folly::coro::sleep(std::chrono::milliseconds(1))
#define LIB_ALL(...) folly::coro::collectAll(__VA_ARGS__)
#define LIB_POST(...) lib::loop().runInEventBaseThread(__VA_ARGS__)
#define LIB_LOCK(mutex) (mutex).co_scoped_lock()
